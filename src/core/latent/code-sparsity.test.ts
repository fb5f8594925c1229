import { expect, it } from 'vitest';
import { hoyerSparsity } from './code-sparsity';

it('is 1 for a single active unit, 0 for equal units, and independent of scale', () => {
  const [one, equal, between, scaled] = hoyerSparsity(
    Float32Array.of(0, 0, 5, 0, /**/ 2, -2, 2, 2, /**/ 3, 1, 0, 0, /**/ 30, 10, 0, 0),
    4,
  );
  expect(one).toBe(1);
  expect(equal).toBe(0);
  expect(between).toBeCloseTo(2 - 4 / Math.sqrt(10), 6);
  expect(scaled).toBeCloseTo(between!, 6);
});

it('is NaN for a code of zeros or of one unit', () => {
  expect(hoyerSparsity(Float32Array.of(0, 0), 2)[0]).toBeNaN();
  expect(hoyerSparsity(Float32Array.of(3), 1)[0]).toBeNaN();
});
