import { expect, test } from 'vitest';
import { thinned } from './thinned';

const whole = (values: ArrayLike<number>, channels = 1, channel = 0) => ({ values, channels, channel });

test('a spike of one point survives any thinning', () => {
  const values = new Float32Array(100_000);
  values[54_321] = 9;
  const { low, high } = thinned(whole(values), 0, values.length, 300);
  expect(Math.max(...high)).toBe(9);
  expect(high.indexOf(9)).toBe(Math.floor((54_321 / 100_000) * 300));
  expect([...low].every((value) => value === 0)).toBe(true);
});

test('every point is in one column, and each channel by itself', () => {
  const values = [0, 10, 1, 11, 2, 12, 3, 13, 4, 14];
  expect(thinned(whole(values, 2, 1), 0, 5, 5)).toEqual({
    low: Float32Array.of(10, 11, 12, 13, 14),
    high: Float32Array.of(10, 11, 12, 13, 14),
  });
  const { low, high } = thinned(whole(values, 2, 0), 0, 5, 2);
  expect([...low, ...high]).toEqual([0, 2, 1, 4]);
});

test('where there are no values there is no column', () => {
  const { high } = thinned(whole([1, NaN, NaN, 4]), -1, 5, 6);
  expect([...high]).toEqual([NaN, 1, NaN, NaN, 4, NaN]);
});

test('with more columns than points a point fills its columns', () => {
  expect([...thinned(whole([1, 2]), 0, 2, 4).high]).toEqual([1, 1, 2, 2]);
});
