import { expect, it } from 'vitest';
import { byVariance, unitRanges } from './unit-ranges';

const codes = Float32Array.from({ length: 202 }, (_, i) => (i % 2 === 0 ? i / 2 : 5));

it('the range of a unit is its 1st to its 99th percentile', () => {
  const [rising, still] = unitRanges(codes, 2);
  expect(rising).toMatchObject({ unit: 0, mean: 50, low: 1, high: 99 });
  expect(rising?.variance).toBeCloseTo(850, 6);
  expect(still).toEqual({ unit: 1, mean: 5, variance: 0, low: 5, high: 5 });
});

it('the units that vary most come first, ties in unit order', () => {
  const ranges = unitRanges(Float32Array.of(1, 0, 2, 1, 2, 0), 3);
  expect(byVariance(ranges).map(({ unit }) => unit)).toEqual([1, 2, 0]);
});
