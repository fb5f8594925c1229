import { describe, expect, test } from 'vitest';
import { activationMargin, bernoulliKl } from './kl';
import { meanActivations } from './penalty';
import { sparsityPenalties } from './registry';

const { none, l1, kl } = sparsityPenalties;
const rhos = [0.001, 0.05, 0.2, 0.5];

/** The definition: the expected difference of log-probabilities under Bernoulli(rho). */
function divergence(rho: number, mean: number): number {
  const logProbability = (p: number, outcome: number) => Math.log(outcome === 1 ? p : 1 - p);
  return [0, 1].reduce(
    (sum, x) => sum + Math.exp(logProbability(rho, x)) * (logProbability(rho, x) - logProbability(mean, x)),
    0,
  );
}

describe('KL(rho || mean) of two Bernoulli distributions', () => {
  test.each(rhos)('from %f is 0 at rho and above 0 everywhere else', (rho) => {
    expect(bernoulliKl(rho, rho)).toBeCloseTo(0, 15);
    for (const mean of [0.0001, 0.01, 0.1, 0.3, 0.7, 0.99]) expect(bernoulliKl(rho, mean)).toBeGreaterThan(0);
  });

  test.each(rhos)('from %f agrees with its definition', (rho) => {
    for (const mean of [1e-5, 0.01, 0.05, 0.37, 0.5, 0.9, 0.9999]) {
      expect(bernoulliKl(rho, mean)).toBeCloseTo(divergence(rho, mean), 12);
    }
  });

  test('matches a hand calculation: from 1/2 to 1/4 it is log(2) - log(3) / 2', () => {
    expect(bernoulliKl(0.5, 0.25)).toBeCloseTo(Math.log(2) - Math.log(3) / 2, 14);
  });

  test.each(rhos)('from %f grows with the distance of the mean, on both sides', (rho) => {
    const means = [0.0005, 0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95];
    for (const [near, far] of means.slice(1).map((mean, i) => [means[i] ?? 0, mean] as const)) {
      if (near >= rho) expect(bernoulliKl(rho, far)).toBeGreaterThan(bernoulliKl(rho, near));
      if (far <= rho) expect(bernoulliKl(rho, far)).toBeLessThan(bernoulliKl(rho, near));
    }
  });

  test.each(rhos)('from %f is finite at means of 0 and 1, where it takes its value at the margin', (rho) => {
    expect(bernoulliKl(rho, 0)).toBe(bernoulliKl(rho, activationMargin));
    expect(bernoulliKl(rho, 1)).toBe(bernoulliKl(rho, 1 - activationMargin));
    expect([0, 1].map((mean) => Number.isFinite(bernoulliKl(rho, mean)))).toEqual([true, true]);
  });

  test('has the gradient (1 - rho) / (1 - mean) - rho / mean', () => {
    for (const mean of [0.02, 0.05, 0.4]) {
      const slope = (bernoulliKl(0.05, mean + 1e-6) - bernoulliKl(0.05, mean - 1e-6)) / 2e-6;
      expect(slope).toBeCloseTo(0.95 / (1 - mean) - 0.05 / mean, 5);
    }
  });
});

test('mean activations are averaged per unit over all codes', () => {
  const codes = Float32Array.of(0, 0.5, 1, 1, 0.5, 0);
  expect(Array.from(meanActivations(codes, 3))).toEqual([0.5, 0.5, 0.5]);
  expect(Array.from(meanActivations(codes, 2))).toEqual([0.5, 0.5]);
  expect(Array.from(meanActivations(codes, 6))).toEqual([0, 0.5, 1, 1, 0.5, 0]);
  expect(Array.from(meanActivations(Float32Array.of(0.25, 1, 0.75, 0), 2))).toEqual([0.5, 0.5]);
});

describe('the L1 penalty', () => {
  test('is 0 for codes of zeros', () => {
    expect(l1.value(new Float32Array(12), 4, 0.05)).toBe(0);
  });

  test('is the L1 norm of a code, averaged over the images', () => {
    expect(l1.value(Float32Array.of(1, -2, 0), 3, 0.05)).toBe(3);
    expect(l1.value(Float32Array.of(1, -2, 0, 0, 0, 1), 3, 0.05)).toBe(2);
  });

  test('grows with the number of active units, not with the number of images', () => {
    const ones = (count: number) => new Float32Array(count).fill(1);
    expect(l1.value(ones(8), 8, 0.05)).toBe(8);
    expect(l1.value(ones(80), 8, 0.05)).toBe(8);
  });
});

describe('the KL penalty', () => {
  test('is the sum over the units of their divergence from the target', () => {
    // means 0.1 and 0.4
    const codes = Float32Array.of(0.2, 0.3, 0, 0.5);
    expect(kl.value(codes, 2, 0.05)).toBeCloseTo(bernoulliKl(0.05, 0.1) + bernoulliKl(0.05, 0.4), 6);
  });

  test('is 0 when each unit is active for a share rho of the images, whichever they are', () => {
    // four units, each active for one image of four
    const codes = Float32Array.from({ length: 16 }, (_, i) => (i % 4 === Math.floor(i / 4) ? 1 : 0));
    expect(kl.value(codes, 4, 0.25)).toBeCloseTo(0, 12);
  });

  test('is finite for units that are never active and units that always are', () => {
    expect(Number.isFinite(kl.value(Float32Array.of(0, 1, 0, 1), 2, 0.05))).toBe(true);
  });
});

describe.each(Object.entries(sparsityPenalties))('%s', (_, penalty) => {
  const codes = [0.2, 0.9, 0.4, 0.7, 0.1, 0.55, 0.35, 0.8];

  test('has the gradient that central differences of its value give', () => {
    const gradient = penalty.gradient(codes, 4, 0.1);
    codes.forEach((_z, i) => {
      const at = (by: number) =>
        penalty.value(
          codes.map((z, j) => (i === j ? z + by : z)),
          4,
          0.1,
        );
      expect(gradient[i]).toBeCloseTo((at(1e-6) - at(-1e-6)) / 2e-6, 5);
    });
  });

  test('is a mean over the images: the same codes twice cost the same', () => {
    expect(penalty.value([...codes, ...codes], 4, 0.1)).toBeCloseTo(penalty.value(codes, 4, 0.1), 12);
  });
});

test('the penalty `none` is 0', () => {
  expect(none.value(new Float32Array(4), 2, 0.05)).toBe(0);
});
