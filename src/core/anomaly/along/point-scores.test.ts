import { expect, test } from 'vitest';
import { highestOf, pointScores } from './point-scores';

const windows = (starts: number[], scores: number[]) => ({
  starts: Uint32Array.from(starts),
  scores: Float32Array.from(scores),
  uses: new Uint8Array(starts.length),
  length: 8,
});

test('a curve goes through the middle of every window', () => {
  const curve = pointScores(windows([0, 4, 8], [0, 4, 2]), 20, 4);
  expect([...curve.subarray(4, 13)]).toEqual([0, 1, 2, 3, 4, 3.5, 3, 2.5, 2]);
  expect([...curve.subarray(0, 2)]).toEqual([NaN, NaN]);
  expect([...curve.subarray(14)]).toEqual(Array(6).fill(NaN));
});

test('it is broken where there are no windows', () => {
  const curve = pointScores(windows([0, 20], [1, 3]), 40, 4);
  expect([...curve.subarray(2, 6)]).toEqual([1, 1, 1, 1]);
  expect([...curve.subarray(6, 22)]).toEqual(Array(16).fill(NaN));
  expect(curve[24]).toBe(3);
});

test('the highest score is found among numbers', () => {
  expect(highestOf([1, NaN, 5, 2])).toBe(2);
  expect(highestOf([])).toBe(-1);
});
