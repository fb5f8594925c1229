import { expect, test } from 'vitest';
import { seededShuffle } from './seeded-shuffle.mjs';

test('a shuffle contains every index once', () => {
  expect(seededShuffle(100, 7).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 100 }, (_, index) => index),
  );
});

test('the same seed gives the same order, another seed another', () => {
  expect(seededShuffle(50, 3)).toEqual(seededShuffle(50, 3));
  expect(seededShuffle(50, 3)).not.toEqual(seededShuffle(50, 4));
});

test('over many seeds every index comes first about equally often', () => {
  const counts = [0, 0, 0, 0];
  for (let seed = 0; seed < 4000; seed++) {
    const first = /** @type {number} */ (seededShuffle(4, seed)[0]);
    counts[first] = (counts[first] ?? 0) + 1;
  }
  // 1000 expected; the standard deviation of a count is 27.
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(5 * 27);
});
