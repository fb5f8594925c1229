import { expect, test } from 'vitest';
import { impulses } from './impulses';

const place = { seed: 1, step: 0, sample: 0 };

function struck(level: number, shape: readonly number[]): Float32Array {
  const clean = new Float32Array(10_000).fill(0.4);
  const noisy = new Float32Array(10_000);
  impulses.apply(clean, noisy, 0, shape, level, place);
  return noisy.filter((value) => value !== clean[0]);
}

test.each([0.05, 0.5])('level %f is the share of outliers, half of them upwards', (level) => {
  const outliers = struck(level, [10_000, 1]);
  expect(Math.abs(outliers.length / 10_000 - level)).toBeLessThan(0.02);
  const upwards = outliers.filter((value) => value > 1).length / outliers.length;
  expect(Math.abs(upwards - 0.5)).toBeLessThan(0.1);
});

test('an outlier stands one to two ranges from the middle', () => {
  const distances = struck(1, [5000, 2]).map((value) => Math.abs(value - 0.5));
  expect(distances).toHaveLength(10_000);
  expect(Math.min(...distances)).toBeLessThan(1.01);
  expect(Math.min(...distances)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...distances)).toBeGreaterThan(1.99);
});

test('on an image an outlier is black or white', () => {
  expect(new Set(struck(0.5, [100, 100, 1]))).toEqual(new Set([0, 1]));
});
