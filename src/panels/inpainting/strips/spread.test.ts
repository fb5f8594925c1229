import { expect, test } from 'vitest';
import { joined, spread } from './spread';

test('few steps are all shown; of many, the first, the last and some between', () => {
  expect(spread(4, 8)).toEqual([0, 1, 2, 3]);
  expect(spread(21, 8)).toEqual([0, 3, 6, 9, 11, 14, 17, 20]);
  expect(spread(0, 8)).toEqual([]);
});

test('joins arrays in their order', () => {
  expect([...joined([Float32Array.of(1, 2), Float32Array.of(3)])]).toEqual([1, 2, 3]);
});
