import { describe, expect, test } from 'vitest';
import { corruptions } from '../catalog/corruptions/registry';
import type { Samples } from '../core/samples';
import { assembleBatch, corrupt, isNoisy, testNoiseStep } from './batch';

const bytes: Samples = {
  values: Uint8Array.from([0, 255, 51, 102, 153, 204]),
  shape: [2, 1],
  count: 3,
  labels: new Uint16Array(3),
  classNames: ['only'],
};
const clean = { noise: 'none', noiseLevel: 1, seed: 1 } as const;
const noisy = { noise: 'gaussian', noiseLevel: 0.3, seed: 1 } as const;

test('a batch gathers the samples asked for, in that order, as pixels in [0, 1]', () => {
  const batch = assembleBatch(bytes, [2, 0, 2], clean, 0);
  expect(batch.clean).toEqual(Float32Array.from([0.6, 0.8, 0, 1, 0.6, 0.8]));
});

test('samples held as floats are taken as they are', () => {
  const floats = { ...bytes, values: Float32Array.from([0.25, 0.5, 0, 0, 1, 0.125]) };
  expect(assembleBatch(floats, [2, 0], clean, 0).clean).toEqual(Float32Array.from([1, 0.125, 0.25, 0.5]));
});

describe('without noise', () => {
  test('the input is the target itself', () => {
    const batch = assembleBatch(bytes, [0], clean, 0);
    expect(batch.noisy).toBe(batch.clean);
  });

  test('means no corruption or a level of 0', () => {
    expect(isNoisy(clean)).toBe(false);
    expect(isNoisy({ noise: 'gaussian', noiseLevel: 0 })).toBe(false);
    expect(isNoisy(noisy)).toBe(true);
  });
});

describe('with noise', () => {
  test('the target stays clean and the input is what the corruption makes of each sample at its place', () => {
    const batch = assembleBatch(bytes, [2, 1], noisy, 7);
    const expected = new Float32Array(4);
    [2, 1].forEach((sample, row) => {
      const place = { seed: 1, step: 7, sample };
      corruptions.gaussian.apply(batch.clean, expected, row * 2, [2, 1], 0.3, place);
    });
    expect(batch.clean).toEqual(Float32Array.from([0.6, 0.8, 0.2, 0.4]));
    expect(batch.noisy).toEqual(expected);
  });

  test('a sample is spoiled alike wherever it stands in the batch', () => {
    const alone = assembleBatch(bytes, [1], noisy, 7).noisy;
    expect(assembleBatch(bytes, [0, 1], noisy, 7).noisy.subarray(2)).toEqual(alone);
  });

  test('the noise of tests is that of no training step near by', () => {
    const target = Float32Array.from([0.5, 0.5]);
    const atTest = corrupt(target, [2, 1], [0], noisy, testNoiseStep);
    for (const step of [0, 1, 2]) expect(corrupt(target, [2, 1], [0], noisy, step)).not.toEqual(atTest);
  });
});
