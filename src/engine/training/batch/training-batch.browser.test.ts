// Training batches on every backend, compared with the plain numbers of batch.ts.
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ExperimentPatch } from '../../../core/experiment/experiment';
import { assembleInputs, drawCodeNoise, networkInput } from './batch';
import { startForTest } from '../../testing/start-backend';
import { largestDifference } from '../../testing/steps';
import { tinyExperiment, tinySamples } from '../../testing/tiny/tiny';
import { disposeBatch, trainingBatch } from './training-batch';

const shape = [9, 7, 1];
const samples = tinySamples(shape, 40);
const indices = Uint32Array.from([39, 0, 7, 7, 21]);
const step = 12;

describe.each(['wasm', 'webgl', 'cpu'] as const)('a training batch on %s', (backend) => {
  let tensors = 0;
  beforeAll(() => startForTest(backend));
  beforeEach(() => (tensors = tf.memory().numTensors));
  afterEach(() => expect(tf.memory().numTensors).toBe(tensors));

  test.each<ExperimentPatch>([
    {},
    { noise: 'gaussian', noiseLevel: 0.5 },
    { noise: 'masking', noiseLevel: 0.3 },
    { noise: 'saltPepper', noiseLevel: 0.3 },
    { noise: 'block', noiseLevel: 0.5 },
    { inputDropout: 0.25 },
    { noise: 'gaussian', noiseLevel: 1, inputDropout: 0.5 },
    { noise: 'gaussian', noiseLevel: 0 },
  ])('with %o has the same numbers as the plain batch', async (patch) => {
    const experiment = tinyExperiment(patch);
    const plain = assembleInputs(samples, indices, experiment, step);
    const batch = trainingBatch(samples, indices, experiment, step);
    expect(batch.target.shape).toEqual([5, 63]);
    expect(batch.codeNoise).toBeNull();
    expect(batch.input === batch.target).toBe(plain.noisy === plain.clean);
    expect(largestDifference(await batch.target.data(), plain.clean)).toBeLessThan(1e-6);
    expect(largestDifference(await batch.input.data(), plain.noisy)).toBeLessThan(1e-5);
    disposeBatch(batch);
  });

  test('with masks has them as one more channel, and weighs the missing pixels, which are those that are 0', async () => {
    const experiment = tinyExperiment({ noise: 'block', noiseLevel: 0.5, maskInput: 'on', lossOn: 'hole' });
    const plain = assembleInputs(samples, indices, experiment, step);
    const batch = trainingBatch(samples, indices, experiment, step);
    expect(batch.input.shape).toEqual([5, 126]);
    const [input, weights] = await Promise.all([batch.input.data(), batch.weights?.data()]);
    expect(Array.from(input)).toEqual(Array.from(networkInput(plain, experiment, shape)));
    // The block has half the shorter side: 4 x 4 of 9 x 7 pixels, in each of five samples.
    expect(Array.from(weights ?? []).filter((weight) => weight > 0)).toHaveLength(5 * 16);
    weights?.forEach((weight, at) => {
      expect(weight).toBeCloseTo(plain.masks?.[at] === 1 ? 1 / 80 : 0, 7);
      if (weight > 0) expect(plain.noisy[at]).toBe(0);
    });
    disposeBatch(batch);
  });

  test('without a use for masks has none', () => {
    const batch = trainingBatch(samples, indices, tinyExperiment({ noise: 'block', noiseLevel: 0.5 }), step);
    expect(batch.weights).toBeNull();
    expect(batch.input.shape).toEqual([5, 63]);
    disposeBatch(batch);
  });

  test('has the noise of a Gaussian code', async () => {
    const experiment = tinyExperiment({ codeKind: 'gaussian', codeSize: 3, seed: 4_000_000_000 });
    const batch = trainingBatch(samples, indices, experiment, step);
    expect(batch.codeNoise?.shape).toEqual([5, 3]);
    const draws = (await batch.codeNoise?.data()) ?? [];
    expect(largestDifference(draws, drawCodeNoise(indices, experiment, step))).toBeLessThan(1e-5);
    disposeBatch(batch);
  });
});
