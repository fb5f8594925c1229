import { expect, it } from 'vitest';
import {
  codesAt,
  meanCode,
  nearestPointTo,
  normalQuantile,
  pointsOf,
  quantileGrid,
  regionGrid,
  unitPlane,
} from './code-plane';

const half = Math.SQRT1_2;
/** A plane in three dimensions: along the diagonal of the first two axes, and along the third. */
const plane = {
  mean: Float32Array.of(1, 2, 3),
  vectors: [Float32Array.of(half, half, 0), Float32Array.of(0, 0, -1)],
} as const;

it('maps a point to a code and back', () => {
  const points = Float32Array.of(0, 0, 2, -1, -0.5, 4);
  const codes = codesAt(plane, points);
  expect([...codes.slice(0, 3)]).toEqual([1, 2, 3]);
  expect([...codes.slice(3, 6)]).toEqual([1 + 2 * half, 2 + 2 * half, 4].map(Math.fround));
  pointsOf(plane, codes).forEach((value, i) => expect(value).toBeCloseTo(points[i]!, 5));
});

it('projects orthogonally onto the plane', () => {
  // (1, -1, 0) is orthogonal to both vectors
  const [x, y] = pointsOf(plane, Float32Array.of(1 + 5, 2 - 5, 3));
  expect(x).toBeCloseTo(0, 5);
  expect(y).toBeCloseTo(0, 5);
});

it('sets two units to the point and leaves the others at their mean', () => {
  const mean = meanCode(Float32Array.of(1, 2, 3, 3, 4, 5), 3);
  expect([...mean]).toEqual([2, 3, 4]);
  const units = unitPlane(mean, 2, 0);
  expect([...codesAt(units, Float32Array.of(7, -8))]).toEqual([-8, 3, 7]);
  expect([...pointsOf(units, Float32Array.of(1, 2, 3))]).toEqual([3, 1]);
});

it('averages only the selected codes', () => {
  const codes = Float32Array.of(0, 0, 2, 4, 4, 8);
  expect([...meanCode(codes, 2, Uint32Array.of(1, 2))]).toEqual([3, 6]);
  expect([...meanCode(codes, 2, new Uint32Array(0))]).toEqual([0, 0]);
});

it('covers a region with square tiles from the top left', () => {
  const grid = regionGrid({ left: 0, right: 6, bottom: -1, top: 3 }, 2);
  expect([...grid.x]).toEqual([0, 2, 4, 6]);
  expect([...grid.y]).toEqual([3, 1, -1]);
  expect([...grid.points]).toEqual([1, 2, 3, 2, 5, 2, 1, 0, 3, 0, 5, 0]);
});

it('matches tabulated quantiles of the Gaussian', () => {
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0.75)).toBeCloseTo(0.6744898, 6);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 5);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.0902323, 5);
  expect(normalQuantile(1e-12)).toBeCloseTo(-7.0344838, 4);
  expect(normalQuantile(0)).toBe(-Infinity);
});

it('gives each column of the quantile grid the same probability', () => {
  const { x, y, points } = quantileGrid(4);
  expect(points.length).toBe(2 * 16);
  expect(x[1]).toBeCloseTo(-0.6744898, 5); // a quarter lies below
  expect(x[2]).toBeCloseTo(0, 6);
  expect(y[0]).toBe(x[4]);
  expect(points[0]).toBeCloseTo(-1.1503494, 5); // the middle of the first quarter
  expect(points[1]).toBeCloseTo(1.1503494, 5);
});

it('finds the nearest finite point', () => {
  const points = Float32Array.of(NaN, NaN, 5, 5, 1, 1);
  expect(nearestPointTo(points, 0, 0)).toBe(2);
  expect(nearestPointTo(Float32Array.of(NaN, NaN), 0, 0)).toBeNull();
});
