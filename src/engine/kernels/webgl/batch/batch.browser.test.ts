// Compares batches and noise with the plain numbers of engine/training/batch/batch.ts, and checks what is uploaded to the GPU
// and when.
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { ExperimentPatch } from '../../../../core/experiment/experiment';
import { belowLevel, unitInterval } from '../../../../core/random';
import type { SampleShape, Samples } from '../../../../core/samples/samples';
import { assembleInputs, drawCodeNoise } from '../../../training/batch/batch';
import { expectNoLeaks } from '../../../testing/no-leaks';
import { startForTest } from '../../../testing/start-backend';
import { largestDifference } from '../../../testing/steps';
import { tinyExperiment, tinySamples } from '../../../testing/tiny/tiny';
import { AssembleBatch, DrawCodeNoise, runKernel, runKernelForList } from '../../training-kernels';
import { contextOf } from '../gpu-pass';
import { besideOf, programsIn, webglBackend } from '../testing/webgl-test-tensors';

const step = 4_000_000_001;
const seed = 3_000_000_019;

beforeAll(() => startForTest('webgl'));

expectNoLeaks();

/** Differences of target and input from the plain batch. */
function differences(samples: Samples, indices: Uint32Array, patch: ExperimentPatch = {}) {
  const experiment = tinyExperiment({ seed, ...patch });
  const plain = assembleInputs(samples, indices, experiment, step);
  const made = runKernelForList(AssembleBatch, {}, { ...experiment, samples, indices, step });
  expect(made).toHaveLength(plain.noisy === plain.clean ? 1 : 2);
  const [target, input = target] = made.map((tensor) => tensor.dataSync());
  tf.dispose(made);
  return {
    target: largestDifference(target ?? [], plain.clean),
    input: largestDifference(input ?? [], plain.noisy),
  };
}

const shapes: SampleShape[] = [[28, 28, 1], [5, 7, 3], [13, 1], [1, 1, 1], [3, 2], [9, 4, 1]]; // prettier-ignore
describe.each(shapes.map((shape) => [shape.join(' x '), shape] as const))('of samples of %s', (_, shape) => {
  const samples = tinySamples(shape, 37);
  const indices = Uint32Array.from({ length: 11 }, (_unused, i) => (i * 11) % 37);

  test.each(['none', 'gaussian', 'saltPepper', 'masking', 'block', 'impulses'] as const)(
    'a batch with noise %s equals the plain one, at awkward levels too',
    (noise) => {
      for (const noiseLevel of [2 ** -24, 1 / 3, 0.5, 0.7, 1]) {
        for (const inputDropout of [0, 0.3]) {
          const found = differences(samples, indices, { noise, noiseLevel, inputDropout });
          expect(found.target).toBeLessThan(1e-6);
          expect(found.input).toBeLessThan(5e-6);
        }
      }
    },
  );

  test('a batch is padded with zeros', () => {
    const experiment = tinyExperiment({ noise: 'saltPepper', noiseLevel: 0.5 });
    const made = runKernelForList(AssembleBatch, {}, { ...experiment, samples, indices, step });
    expect(made.flatMap(besideOf).every((value) => value === 0)).toBe(true);
    tf.dispose(made);
  });
});

test('a batch of floats equals the plain one', () => {
  const bytes = tinySamples([3, 5, 1], 9);
  const samples = { ...bytes, values: Float32Array.from(bytes.values, (byte) => byte / 200 - 0.1) };
  const found = differences(samples, Uint32Array.from([8, 0, 3]), { noise: 'masking', noiseLevel: 0.4 });
  expect(found).toEqual({ target: 0, input: 0 });
});

test.each(['gaussian', 'masking', 'block', 'impulses'])(
  'a batch of signals that leave [0, 1] equals the plain one under %s noise, clipped nowhere',
  (noise) => {
    const bytes = tinySamples([13, 2], 9);
    const samples = { ...bytes, values: Float32Array.from(bytes.values, (byte) => byte / 40 - 3) };
    const found = differences(samples, Uint32Array.from([8, 0, 3]), { noise, noiseLevel: 0.6 });
    expect(found.target).toBe(0);
    expect(found.input).toBeLessThan(5e-6);
  },
);

test('normal numbers are accurate at the ends of their range too', () => {
  // some of 400,000 numbers come near both ends
  const [rows, codeSize] = [400, 1000];
  const indices = Uint32Array.from({ length: rows }, (_, i) => i);
  const draws = runKernel(DrawCodeNoise, {}, { indices, codeSize, seed, step });
  const plain = drawCodeNoise(indices, { seed, codeSize }, step);
  expect(largestDifference(draws.dataSync(), plain)).toBeLessThan(5e-6);
  draws.dispose();
});

describe('the upload', () => {
  /** Bytes uploaded by `work`. */
  function sentBy(work: () => void): number {
    const gl = contextOf(webglBackend());
    const sending = vi.spyOn(gl, 'texSubImage2D');
    work();
    const calls = sending.mock.calls as unknown[][];
    const bytes = calls.reduce((sum, call) => sum + (call.at(-1) as ArrayBufferView).byteLength, 0);
    sending.mockRestore();
    return bytes;
  }
  const batchOf = (samples: Samples, indices: number[]) =>
    differences(samples, Uint32Array.from(indices), { noise: 'masking', noiseLevel: 0.5 }).target;

  test('has every sample once, and then four bytes per sample of a batch', () => {
    const samples = tinySamples([9, 7, 1], 1000);
    const rowBytes = 4 * 4096;
    const first = sentBy(() => expect(batchOf(samples, [0, 1, 2, 3])).toBeLessThan(1e-6));
    expect(first).toBe(rowBytes + 16);
    const rest = sentBy(() => expect(batchOf(samples, [999, 500, 0])).toBeLessThan(1e-6));
    expect(rest).toBe(4 * rowBytes + 12);
    expect(sentBy(() => expect(batchOf(samples, [998, 250, 1, 7, 3])).toBeLessThan(1e-6))).toBe(20);
  });

  test('has the samples that arrive between batches', () => {
    const whole = tinySamples([9, 7, 1], 1000);
    const samples = { ...whole, values: new Uint8Array(whole.values.length) };
    for (const arrived of [1, 3, 260, 261, 700, 1000]) {
      samples.values.set(whole.values.subarray(0, arrived * 63));
      expect(batchOf(samples, [arrived - 1, 0, arrived >> 1])).toBeLessThan(1e-6);
    }
    expect(batchOf(samples, [999, 259, 260, 261, 699, 2])).toBeLessThan(1e-6);
  });

  test('has the batch itself if the samples do not fit in a texture', () => {
    const limit = tf.env().getNumber('WEBGL_MAX_TEXTURE_SIZE');
    tf.env().set('WEBGL_MAX_TEXTURE_SIZE', 32);
    try {
      expect(batchOf(tinySamples([9, 7, 1], 100), [99, 0, 50])).toBeLessThan(1e-6);
    } finally {
      tf.env().set('WEBGL_MAX_TEXTURE_SIZE', limit);
    }
  });

  test('has each data set only once when two are trained on in turns', () => {
    const sets = [tinySamples([4, 4, 1], 20), tinySamples([3, 3, 1], 20)];
    for (const samples of sets) batchOf(samples, [19]);
    expect(sentBy(() => sets.forEach((samples) => batchOf(samples, [3, 19])))).toBe(16);
  });
});

test.each([0, 2 ** -24, 0.1, 1 / 3, 0.5, 0.9, 1 - 2 ** -24, 1])(
  'at level %f an integer threshold decides as the fraction does',
  (level) => {
    const first = belowLevel(level);
    const isBelow = (share: number) => unitInterval(share << 8) < level;
    if (first > 0) expect(isBelow(first - 1)).toBe(true);
    if (first < 2 ** 24) expect(isBelow(first)).toBe(false);
  },
);

test('one program makes both target and input', async () => {
  const samples = tinySamples([4, 4, 1], 20);
  const attrs = { ...tinyExperiment({ noise: 'gaussian' }), samples, indices: [1, 2, 3], step };
  const made: tf.Tensor[] = [];
  expect(await programsIn(() => void made.push(...runKernelForList(AssembleBatch, {}, attrs)))).toBe(1);
  tf.dispose(made);
});
