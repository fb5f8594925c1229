import { describe, expect, it } from 'vitest';
import { drawFrom, fitGaussian, longestCorrelated, standardDraws, standardGaussian } from './fitted-gaussian';

/** Codes of three units: the second follows the first, the third is constant. */
const draws = standardDraws(4000, 3, 1);
const codes = draws.map((draw, i) => {
  const first = draws[i - (i % 3)] ?? 0;
  return [1 + 2 * draw, -3 + 1.5 * first + 0.5 * draw, 7][i % 3] ?? 0;
});

function moments(of: Float32Array) {
  const { mean, factor } = fitGaussian(of, 3);
  const l = factor ?? new Float32Array(9);
  return { mean, covariance: (l[3] ?? 0) * (l[0] ?? 0), deviation: Math.hypot(l[3] ?? 0, l[4] ?? 0) };
}

describe('a Gaussian fitted to codes', () => {
  it('has their mean and covariance, and so do its samples', () => {
    const drawn = drawFrom(fitGaussian(codes, 3), standardDraws(4000, 3, 2), 1);
    for (const { mean, covariance, deviation } of [moments(codes), moments(drawn)]) {
      expect(mean[0]).toBeCloseTo(1, 0);
      expect(mean[1]).toBeCloseTo(-3, 0);
      expect(Math.abs(covariance - 3)).toBeLessThan(0.25);
      expect(Math.abs(deviation - Math.sqrt(2.5))).toBeLessThan(0.08);
    }
  });

  it('keeps a constant unit constant', () => {
    const drawn = drawFrom(fitGaussian(codes, 3), standardDraws(50, 3, 3), 1);
    expect(drawn.every(Number.isFinite)).toBe(true);
    for (let row = 0; row < 50; row++) expect(drawn[row * 3 + 2]).toBeCloseTo(7, 5);
  });

  it('at temperature 0 gives its mean; the prior gives the draws themselves', () => {
    const fitted = fitGaussian(codes, 3);
    expect(drawFrom(fitted, standardDraws(1, 3, 4), 0)).toEqual(fitted.mean);
    expect(drawFrom(standardGaussian(3), standardDraws(2, 3, 4), 1)).toEqual(standardDraws(2, 3, 4));
  });

  it('treats the units of a long code as independent', () => {
    const size = longestCorrelated + 1;
    const fitted = fitGaussian(standardDraws(40, size, 5), size);
    expect(fitted.factor).toBeNull();
    expect(drawFrom(fitted, standardDraws(1, size, 6), 1).every(Number.isFinite)).toBe(true);
  });
});
