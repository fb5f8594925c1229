import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { losses } from '../catalog/losses/registry';
import type { ExperimentPatch } from '../core/experiment';
import { imagesPerChunk, measure, type Measurement } from './evaluation';
import { initialCheckpoint } from './initial-weights';
import { Network } from './network';
import { plainLayers } from './testing/plain-network';
import { startForTest } from './testing/start-backend';
import { largestDifference } from './testing/steps';
import { tinyExperiment, tinySamples } from './testing/tiny';
import { testSet, type TestSet } from './test-set';

const shape = [4, 4, 1];
const count = imagesPerChunk + 60;
const samples = tinySamples(shape, count);

async function finish(chunks: ReturnType<typeof measure>): Promise<{ result: Measurement; pulls: number }> {
  for (let pulls = 1; ; pulls++) {
    const step = await chunks.next();
    if (step.done) return { result: step.value, pulls };
  }
}

/** The same measurement image by image, in plain loops. */
function direct(network: Network, weights: Float32Array[], set: TestSet) {
  const { experiment } = network;
  const { clean, noisy } = set.batch(
    experiment,
    Uint32Array.from({ length: count }, (_, i) => i),
  );
  const codes: number[] = [];
  const logits: number[] = [];
  for (let at = 0; at < clean.length; at += 16) {
    const layers = plainLayers({ experiment, weights }, noisy.subarray(at, at + 16));
    codes.push(...(layers[1] ?? []));
    logits.push(...(layers[3] ?? []));
  }
  return {
    codes,
    loss: losses[experiment.loss].reference(clean, logits),
    mse: losses.mse.reference(clean, logits),
    inputMse: clean.reduce((sum, pixel, i) => sum + (pixel - (noisy[i] ?? 0)) ** 2, 0) / clean.length,
  };
}

describe.each(['wasm', 'webgl'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  test.each<ExperimentPatch>([
    { loss: 'bce', codeSize: 3 },
    { loss: 'mae', noise: 'gaussian', noiseLevel: 0.3 },
    { loss: 'mse', noise: 'saltPepper', noiseLevel: 0.2 },
  ])('with %o the numbers and the codes are those of a direct computation', async (patch) => {
    const network = new Network(initialCheckpoint(tinyExperiment(patch), shape), shape);
    const set = testSet(samples);
    const { result, pulls } = await finish(measure(network, set, count));
    const expected = direct(network, (await network.checkpoint()).weights, set);
    expect(pulls).toBe(2);
    expect(result.metrics.count).toBe(count);
    expect(result.metrics.loss).toBeCloseTo(expected.loss, 5);
    expect(result.metrics.mse).toBeCloseTo(expected.mse, 5);
    expect(result.metrics.inputMse).toBeCloseTo(expected.inputMse, 5);
    expect(result.metrics.medianMse === null).toBe(patch.noise === undefined);
    expect(largestDifference(result.codes, expected.codes)).toBeLessThan(1e-5);
    network.dispose();
  });

  test('measuring leaves no tensor behind, broken off or finished', async () => {
    const network = new Network(initialCheckpoint(tinyExperiment(), shape), shape);
    const before = tf.memory().numTensors;
    const set = testSet(samples);
    const broken = measure(network, set, count);
    await broken.next();
    expect(tf.memory().numTensors).toBe(before);
    await broken.return({} as Measurement);
    await finish(measure(network, set, count));
    expect(tf.memory().numTensors).toBe(before);
    network.dispose();
  });
});
