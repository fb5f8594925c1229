import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { initialCheckpoint } from './initial-weights';
import { Network } from './network';
import { layerOutputs, passThrough } from './passage';
import { plainLayers, plainReconstruction } from './testing/plain-network';
import { startForTest } from './testing/start-backend';
import { largestDifference } from './testing/steps';
import { tinyExperiment } from './testing/tiny';

const shape = [5, 1];
const images = Float32Array.from({ length: 15 }, (_, i) => (i % 6) / 5);

describe.each(['wasm', 'webgl'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  test('images come back with their codes and reconstructions', async () => {
    const checkpoint = initialCheckpoint(tinyExperiment({ codeSize: 3 }), shape);
    const network = new Network(checkpoint, shape);
    const { codes, reconstructed } = await passThrough(network, images);
    expect([codes.length, reconstructed.length]).toEqual([9, 15]);
    const last = images.subarray(10);
    expect(largestDifference(codes.subarray(6), plainLayers(checkpoint, last)[1] ?? [])).toBeLessThan(1e-5);
    const expected = plainReconstruction(checkpoint, last);
    expect(largestDifference(reconstructed.subarray(10), expected)).toBeLessThan(1e-5);
    network.dispose();
  });

  test('the way of one image goes from the input through every layer to the reconstruction', async () => {
    const experiment = tinyExperiment({ hidden: [7, 6], codeSize: 1 });
    const network = new Network(initialCheckpoint(experiment, shape), shape);
    const noisy = images.slice(0, 5);
    const layers = await layerOutputs(network, { clean: noisy, noisy });
    expect(layers.map(({ length }) => length)).toEqual([5, 7, 6, 1, 6, 7, 5]);
    expect(layers[0]).toEqual(noisy);
    expect(layers[0]).not.toBe(noisy);
    const { codes, reconstructed } = await passThrough(network, noisy);
    expect(largestDifference(layers[3] ?? [], codes)).toBeLessThan(1e-6);
    expect(largestDifference(layers[6] ?? [], reconstructed)).toBeLessThan(1e-6);
    network.dispose();
  });

  test('no tensor is left behind', async () => {
    const network = new Network(initialCheckpoint(tinyExperiment(), shape), shape);
    const before = tf.memory().numTensors;
    await passThrough(network, images);
    await layerOutputs(network, { clean: images.slice(0, 5), noisy: images.slice(0, 5) });
    expect(tf.memory().numTensors).toBe(before);
    network.dispose();
  });
});
