import { describe, expect, test } from 'vitest';
import { boundLogVar, gaussianKl, logVarRange } from './registry';

/** The definition, E under q of log q - log p, by the trapezoidal rule over ten deviations. */
function integral(mean: number, deviation: number): number {
  const logNormal = (z: number, centre: number, spread: number) =>
    -((z - centre) ** 2) / (2 * spread ** 2) - Math.log(spread) - Math.log(2 * Math.PI) / 2;
  const count = 4000;
  const width = (20 * deviation) / count;
  let sum = 0;
  for (let i = 0; i <= count; i++) {
    const z = mean - 10 * deviation + i * width;
    const logQ = logNormal(z, mean, deviation);
    sum += Math.exp(logQ) * (logQ - logNormal(z, 0, 1)) * width;
  }
  return sum;
}

const gaussians = [-3, -0.4, 0, 1, 2.5].flatMap((mean) =>
  [0.05, 0.7, 1, 3].map((deviation) => ({ mean, deviation })),
);

describe('the KL divergence of a Gaussian from N(0, 1)', () => {
  test('is 0 at N(0, 1)', () => {
    expect(gaussianKl(0, 0)).toBe(0);
  });

  test.each(gaussians)(
    'at mean $mean and deviation $deviation matches its closed form',
    ({ mean, deviation }) => {
      const variance = deviation ** 2;
      const closedForm = (mean ** 2 + variance - Math.log(variance) - 1) / 2;
      expect(gaussianKl(mean, Math.log(variance))).toBeCloseTo(closedForm, 12);
    },
  );

  test.each(gaussians)(
    'at mean $mean and deviation $deviation matches the integral that defines it',
    (gaussian) => {
      const { mean, deviation } = gaussian;
      expect(gaussianKl(mean, 2 * Math.log(deviation))).toBeCloseTo(integral(mean, deviation), 6);
    },
  );

  test('of a shifted unit Gaussian is half the squared shift', () => {
    expect([1, -2, 3].map((mean) => gaussianKl(mean, 0))).toEqual([0.5, 2, 4.5]);
  });

  test('is never negative', () => {
    for (const mean of [-1, 0, 1e-3]) {
      for (const logVar of [-20, -1, -1e-3, 1e-3, 2]) expect(gaussianKl(mean, logVar)).toBeGreaterThan(0);
    }
  });

  test('has the gradients mean and (variance - 1) / 2', () => {
    const step = 1e-5;
    for (const [mean, logVar] of [
      [0.8, -1.2],
      [-2, 0.5],
    ] as const) {
      const byMean = (gaussianKl(mean + step, logVar) - gaussianKl(mean - step, logVar)) / (2 * step);
      const byLogVar = (gaussianKl(mean, logVar + step) - gaussianKl(mean, logVar - step)) / (2 * step);
      expect(byMean).toBeCloseTo(mean, 7);
      expect(byLogVar).toBeCloseTo((Math.exp(logVar) - 1) / 2, 7);
    }
  });
});

describe('a bounded log-variance', () => {
  test('is unchanged in the range and the end of it beyond', () => {
    expect([-12, 0, 3.5].map(boundLogVar)).toEqual([-12, 0, 3.5]);
    expect([-31, -1e30, 11, 1e30].map(boundLogVar)).toEqual([-30, -30, 10, 10]);
  });

  test('costs a finite KL in single precision at either end', () => {
    for (const end of Object.values(logVarRange)) {
      expect(Number.isFinite(Math.fround(gaussianKl(0, end)))).toBe(true);
      expect(Math.fround(Math.exp(end / 2))).toBeGreaterThan(0);
    }
  });
});
