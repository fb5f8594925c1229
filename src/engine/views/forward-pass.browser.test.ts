import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ExperimentPatch } from '../../core/experiment/experiment';
import { initialCheckpoint } from '../network/weights/initial-weights';
import { Network } from '../network/network';
import { layerOutputs, runForward } from './forward-pass';
import { runPlainNetwork } from '../testing/tiny/plain-network';
import { startForTest } from '../testing/start-backend';
import { largestDifference } from '../testing/steps';
import { tinyExperiment } from '../testing/tiny/tiny';

const shape = [5, 1];
const images = Float32Array.from({ length: 15 }, (_, i) => (i % 6) / 5);
const last = images.subarray(10);
const convolutions: ExperimentPatch = { architecture: 'convolutional', convLayers: 2, filters: 4 };

function setUp(patch: ExperimentPatch) {
  const checkpoint = initialCheckpoint(tinyExperiment(patch), shape);
  return { checkpoint, network: new Network(checkpoint, shape, 100) };
}

describe.each(['wasm', 'webgl'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  test.each<[ExperimentPatch, number]>([
    [{ codeSize: 3 }, 1],
    [{ codeSize: 3, outputActivation: 'linear', codeActivation: 'sigmoid' }, 1],
    [{ codeSize: 3, ...convolutions }, 2],
  ])('%o returns the codes and reconstructions of images', async (patch, code) => {
    const { checkpoint, network } = setUp(patch);
    const { codes, deviations, reconstructed } = await runForward(network, images);
    expect([codes.length, reconstructed.length]).toEqual([9, 15]);
    expect(deviations).toBeNull();
    const { boundaries, pixels } = runPlainNetwork(checkpoint, shape, last);
    expect(largestDifference(codes.subarray(6), boundaries[code] ?? [])).toBeLessThan(1e-5);
    expect(largestDifference(reconstructed.subarray(10), pixels)).toBeLessThan(1e-5);
    network.dispose();
  });

  test.each<ExperimentPatch>([{}, convolutions])(
    'a Gaussian code of %o returns its mean, its deviation, and the same image every time',
    async (patch) => {
      const { checkpoint, network } = setUp({ ...patch, codeKind: 'gaussian', codeSize: 3 });
      const { codes, deviations, reconstructed } = await runForward(network, images);
      const { boundaries, logVar, pixels } = runPlainNetwork(checkpoint, shape, last);
      const mean = boundaries[patch.architecture ? 2 : 1] ?? [];
      expect(largestDifference(codes.subarray(6), mean)).toBeLessThan(1e-5);
      const expected = (logVar ?? []).map((value) => Math.exp(value / 2));
      expect(expected).toHaveLength(3);
      expect(largestDifference(deviations?.subarray(6) ?? [], expected)).toBeLessThan(1e-5);
      expect(largestDifference(reconstructed.subarray(10), pixels)).toBeLessThan(1e-5);
      expect(await runForward(network, images)).toEqual({ codes, deviations, reconstructed });
      network.dispose();
    },
  );

  test.each<[ExperimentPatch, number[]]>([
    [{ hidden: [7, 6], codeSize: 1 }, [5, 7, 6, 1, 6, 7, 5]],
    [{ hidden: [7, 6], codeSize: 2, codeKind: 'gaussian' }, [5, 7, 6, 2, 6, 7, 5]],
    // 5 by 1; 3 by 1 in 4 maps; 2 by 1 in 8 maps
    [{ ...convolutions, codeSize: 3, codeKind: 'gaussian' }, [5, 12, 16, 3, 16, 12, 5]],
  ])('the activations of one image in %o have %o numbers', async (patch, sizes) => {
    const { network } = setUp(patch);
    const noisy = images.slice(0, 5);
    const layers = await layerOutputs(network, { clean: noisy, noisy });
    expect(layers.map(({ length }) => length)).toEqual(sizes);
    expect(layers[0]).toEqual(noisy);
    expect(layers[0]).not.toBe(noisy);
    const { codes, reconstructed } = await runForward(network, noisy);
    expect(largestDifference(layers[3] ?? [], codes)).toBeLessThan(1e-6);
    expect(largestDifference(layers[6] ?? [], reconstructed)).toBeLessThan(1e-6);
    network.dispose();
  });

  test.each<ExperimentPatch>([{}, { codeKind: 'gaussian' }, convolutions])(
    '%o leaks no tensor',
    async (patch) => {
      const { network } = setUp(patch);
      const before = tf.memory().numTensors;
      await runForward(network, images);
      await layerOutputs(network, { clean: images.slice(0, 5), noisy: images.slice(0, 5) });
      expect(tf.memory().numTensors).toBe(before);
      network.dispose();
    },
  );
});
