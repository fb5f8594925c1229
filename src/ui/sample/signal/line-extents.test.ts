import { expect, it } from 'vitest';
import { lineExtents } from './line-extents';

it('a straight line takes equal steps from edge to edge', () => {
  expect(lineExtents(Float32Array.of(0, 4), 4)).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
  ]);
});

it('a peak within a column is in it, however many values share the column', () => {
  expect(lineExtents(Float32Array.of(0, 0, 9, 0, 0), 1)).toEqual([[0, 9]]);
  expect(lineExtents(Float32Array.of(0, 2, -2, 0, 0), 2)).toEqual([
    [-2, 2],
    [-2, 0],
  ]);
});

it('one value is a level line, and a missing one leaves a gap on both sides', () => {
  expect(lineExtents(Float32Array.of(3), 2)).toEqual([
    [3, 3],
    [3, 3],
  ]);
  const gap = lineExtents(Float32Array.of(1, 1, NaN, 1, 1), 4);
  expect(gap.map(([low]) => low)).toEqual([1, NaN, NaN, 1]);
});
