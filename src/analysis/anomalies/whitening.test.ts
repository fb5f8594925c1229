import { expect, test } from 'vitest';
import { codeDistancesOf } from './anomaly-analysis';
import { directionsOf, lengthsOf, whiteningOf } from './whitening';

const distances = (known: Float32Array, asked: Float32Array, width: number) =>
  lengthsOf(whiteningOf(known, width)(asked), width);

test('the Mahalanobis distance counts in standard deviations along each axis', () => {
  // Variances 4 and 1 / 4, no covariance.
  const known = Float32Array.of(2, 0.5, 2, -0.5, -2, 0.5, -2, -0.5);
  const found = distances(known, Float32Array.of(0, 0, 4, 0, 0, 1, 2, 0.5), 2);
  [0, 2, 2, Math.SQRT2].forEach((distance, row) => expect(found[row]).toBeCloseTo(distance, 2));
});

test('the Mahalanobis distance follows the covariance', () => {
  // Nearly on a line: a step along it is short, the same step across it is long.
  const known = Float32Array.from({ length: 400 }, (_, i) =>
    i % 2 === 0 ? Math.sin(i) : Math.sin(i - 1) + 0.1 * Math.cos(7 * i),
  );
  const [along = 0, across = 0] = distances(known, Float32Array.of(1, 1, 1, -1), 2);
  expect(along).toBeLessThan(2.5);
  expect(across).toBeGreaterThan(15);
});

test('units that never vary leave the distance finite', () => {
  const [distance] = distances(Float32Array.of(1, 5, -1, 5), Float32Array.of(0, 5), 2);
  expect(distance).toBe(0);
  expect(Number.isFinite(distances(new Float32Array(4), Float32Array.of(1, 1), 2)[0])).toBe(true);
});

test('whitened codes have unit variances and no covariance', () => {
  const known = Float32Array.from({ length: 600 }, (_, i) => Math.sin(i * i) + (i % 2) * Math.cos(i));
  const white = whiteningOf(known, 2)(known);
  const moment = (i: number, j: number) => {
    let sum = 0;
    for (let row = 0; row < 300; row++) sum += (white[2 * row + i]! * white[2 * row + j]!) / 300;
    return sum;
  };
  expect(moment(0, 0)).toBeCloseTo(1, 2);
  expect(moment(1, 1)).toBeCloseTo(1, 2);
  expect(moment(0, 1)).toBeCloseTo(0, 2);
});

test('directions have unit length, and a row of zeros stays', () => {
  const [x, y, ...rest] = directionsOf(Float32Array.of(3, 4, 0, 0), 2);
  expect([x, y]).toEqual([expect.closeTo(0.6, 6), expect.closeTo(0.8, 6)]);
  expect(rest).toEqual([0, 0]);
});

test('the nearest direction does not change when the network scales and mixes its units', async () => {
  const known = Float32Array.from({ length: 60 }, (_, i) => Math.sin(i * i));
  const asked = Float32Array.of(0.3, -0.8, 2, 1);
  const mixed = (codes: Float32Array) =>
    codes.map((_, at) => {
      const row = at - (at % 2);
      return at % 2 === 0 ? 5 * codes[row]! + 1 : 0.3 * codes[row + 1]! - 2 * codes[row]!;
    });
  const by = 'nearest-direction';
  const measure = (k: Float32Array, a: Float32Array) =>
    codeDistancesOf({ known: k, asked: a, width: 2, by }, () => undefined);
  const before = await measure(known, asked);
  const after = await measure(mixed(known), mixed(asked));
  before.forEach((distance, row) => expect(after[row]).toBeCloseTo(distance, 2));
});
