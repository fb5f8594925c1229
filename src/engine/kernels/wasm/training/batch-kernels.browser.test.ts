// Batches and draws against the plain numbers of engine/training/batch/batch.ts.
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { standardNormal } from '../../../../core/random';
import type { SampleShape, Samples } from '../../../../core/samples/samples';
import { assembleInputs, drawCodeNoise } from '../../../training/batch/batch';
import { largestDifference } from '../../../testing/steps';
import { tinyExperiment, tinySamples } from '../../../testing/tiny/tiny';
import { AssembleBatch, DrawCodeNoise, runKernel, runKernelForList } from '../../training-kernels';
import { uninstallWasmKernels } from '../install';
import { testedKernels, useKernels } from '../testing/wasm-test-backend';

const kernels = await testedKernels();
const step = 4_000_000_001;
const seed = 3_000_000_019;

describe.each(kernels)('a batch made by %s kernels', (tested) => {
  beforeAll(() => useKernels(tested));
  afterAll(uninstallWasmKernels);

  /** Differences of target and input from the plain batch; the tensors before and after. */
  function differences(samples: Samples, indices: Uint32Array, patch: Parameters<typeof tinyExperiment>[0]) {
    const experiment = tinyExperiment({ seed, ...patch });
    const { numTensors } = tf.memory();
    const plain = assembleInputs(samples, indices, experiment, step);
    const made = runKernelForList(AssembleBatch, {}, { ...experiment, samples, indices, step });
    const [target, input = target] = made.map((tensor) => tensor.dataSync());
    tf.dispose(made);
    expect(tf.memory().numTensors).toBe(numTensors);
    return {
      target: largestDifference(target ?? [], plain.clean),
      input: largestDifference(input ?? [], plain.noisy),
    };
  }

  const shapes: SampleShape[] = [[28, 28, 1], [5, 7, 3], [13, 1], [1, 1, 1], [3, 2], [17, 1, 1]]; // prettier-ignore
  test.each(shapes.map((shape) => [shape.join(' x '), shape] as const))(
    'of samples of %s is the plain one under every noise, at awkward levels too',
    (_, shape) => {
      const samples = tinySamples(shape, 37);
      const indices = Uint32Array.from({ length: 21 }, (_unused, i) => (i * 11) % 37);
      for (const noise of ['none', 'gaussian', 'saltPepper', 'masking', 'block', 'impulses'] as const) {
        for (const noiseLevel of [2 ** -24, 0.1, 1 / 3, 0.5, 0.7, 1]) {
          for (const inputDropout of [0, 0.3]) {
            const found = differences(samples, indices, { noise, noiseLevel, inputDropout });
            expect(found.target).toBeLessThan(1e-6);
            expect(found.input).toBeLessThan(5e-6);
          }
        }
      }
    },
  );

  test('of samples that are floats is the plain one', () => {
    const bytes = tinySamples([3, 5, 1], 9);
    const samples = { ...bytes, values: Float32Array.from(bytes.values, (byte) => byte / 200 - 0.1) };
    const indices = Uint32Array.from([8, 0, 3]);
    const found = differences(samples, indices, { noise: 'masking', noiseLevel: 0.4, inputDropout: 0.2 });
    expect(found).toEqual({ target: 0, input: expect.closeTo(0, 6) as number });
  });

  test('of signals that leave [0, 1] is the plain one, clipped nowhere', () => {
    const bytes = tinySamples([13, 2], 9);
    const samples = { ...bytes, values: Float32Array.from(bytes.values, (byte) => byte / 40 - 3) };
    const indices = Uint32Array.from([8, 0, 3]);
    for (const noise of ['gaussian', 'masking', 'block', 'impulses']) {
      const found = differences(samples, indices, { noise, noiseLevel: 0.6 });
      expect(found.target).toBe(0);
      expect(found.input).toBeLessThan(5e-6);
    }
    const { noisy } = assembleInputs(samples, indices, tinyExperiment({ noise: 'gaussian' }), step);
    expect(Math.max(...noisy)).toBeGreaterThan(3);
    expect(Math.min(...noisy)).toBeLessThan(-2.5);
  });

  test('has normal numbers right at the ends of their range', () => {
    // Some of 400,000 draws come near both ends; the largest possible is sqrt(2 log 2^25).
    const [rows, codeSize] = [400, 1000];
    const indices = Uint32Array.from({ length: rows }, (_, i) => i);
    const draws = runKernel(DrawCodeNoise, {}, { indices, codeSize, seed, step });
    const plain = drawCodeNoise(indices, { seed, codeSize }, step);
    expect(largestDifference(draws.dataSync(), plain)).toBeLessThan(5e-6);
    expect(standardNormal(0, 0)).toBeCloseTo(Math.sqrt(2 * Math.log(2 ** 25)), 6);
    draws.dispose();
  });
});
