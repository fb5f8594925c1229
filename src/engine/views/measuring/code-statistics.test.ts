import { describe, expect, test } from 'vitest';
import { uniform } from '../../../core/random';
import { codeStatistics, unitDivergences } from './code-statistics';

const count = 400;

/** Units with different means and spreads, `[count, units]`. */
function spread(centres: readonly number[], widths: readonly number[], salt: number): Float32Array {
  const units = centres.length;
  return Float32Array.from({ length: count * units }, (_, i) => {
    const unit = i % units;
    return (centres[unit] ?? 0) + (widths[unit] ?? 0) * (uniform(1, 0, salt, i) - 0.5);
  });
}

const codes = spread([0, 2, -1], [1, 3, 0], 1);
const logVars = spread([0, -2, -8], [0, 1, 2], 2);
const unit = (values: Float32Array, index: number) => Array.from(values.filter((_, i) => i % 3 === index));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => mean(values.map((value) => value ** 2)) - mean(values) ** 2;

describe('of a deterministic code', () => {
  const statistics = codeStatistics({ codeSize: 3, codeActivation: 'linear' }, { codes, logVars: null });

  test('has the mean and variance of each unit over the images', () => {
    expect(statistics.count).toBe(count);
    for (let index = 0; index < 3; index++) {
      expect(statistics.meanActivation[index]).toBeCloseTo(mean(unit(codes, index)), 5);
      expect(statistics.variance[index]).toBeCloseTo(variance(unit(codes, index)), 4);
    }
  });

  test('has no divergences', () => {
    expect(statistics.kl).toBeNull();
  });
});

// images in rows, two units
const few = Float32Array.of(0, 0.05, 0, -0.2, 0.005, 0.3, -0.02, 0);

test.each([
  ['relu', 0, [0.5, 0.75]],
  ['sigmoid', 0.1, [0, 0.5]],
  ['linear', 0.01, [0.25, 0.75]],
  ['tanh', 0.01, [0.25, 0.75]],
] as const)(
  'counts a %s unit as active further from 0 than %f, in these shares of the images',
  (...expected) => {
    const [codeActivation, threshold, shares] = expected;
    const made = codeStatistics({ codeSize: 2, codeActivation }, { codes: few, logVars: null });
    expect(made.threshold).toBe(threshold);
    expect(Array.from(made.activeShare)).toEqual(shares);
  },
);

describe('of a Gaussian code', () => {
  const statistics = codeStatistics({ codeSize: 3, codeActivation: 'linear' }, { codes, logVars });

  test('has the variance of the aggregate posterior', () => {
    for (let index = 0; index < 3; index++) {
      const within = mean(unit(logVars, index).map(Math.exp));
      expect(statistics.variance[index]).toBeCloseTo(variance(unit(codes, index)) + within, 4);
    }
  });

  test('has the same variance as samples drawn from it', () => {
    // two points in place of a normal sample: mean plus or minus one deviation
    const draws = [-1, 1].map((sign) => codes.map((z, i) => z + sign * Math.exp((logVars[i] ?? 0) / 2)));
    for (let index = 0; index < 3; index++) {
      const drawn = draws.flatMap((of) => unit(of, index));
      expect(statistics.variance[index]).toBeCloseTo(variance(drawn), 4);
    }
  });

  test('has variance 1 and divergence 0 when it ignores its input, N(0, 1) for every image', () => {
    const nothing = { codes: new Float32Array(50), logVars: new Float32Array(50) };
    const made = codeStatistics({ codeSize: 5, codeActivation: 'linear' }, nothing);
    expect(Array.from(made.variance)).toEqual(new Array(5).fill(1));
    expect(Array.from(made.kl ?? [])).toEqual(new Array(5).fill(0));
  });

  test('has the divergence of each unit to N(0, 1), averaged over the images, as by numeric integration', () => {
    /** Integral of q log (q / p), q = N(z, exp(logVar)), p = N(0, 1), in steps of a hundredth of a deviation. */
    function integrated(z: number, logVar: number): number {
      const deviation = Math.exp(logVar / 2);
      let sum = 0;
      for (let t = -8; t <= 8; t += 0.01) {
        const q = Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
        const x = z + deviation * t;
        sum += 0.01 * q * ((-t * t) / 2 - logVar / 2 + (x * x) / 2);
      }
      return sum;
    }
    for (let index = 0; index < 3; index++) {
      const [zs, vs] = [unit(codes, index).slice(0, 20), unit(logVars, index).slice(0, 20)];
      const expected = mean(zs.map((z, i) => integrated(z, vs[i] ?? 0)));
      const [kl = Number.NaN] = unitDivergences(Float32Array.from(zs), Float32Array.from(vs), 1);
      expect(Math.abs(kl / expected - 1)).toBeLessThan(1e-4);
    }
    expect(statistics.kl).toEqual(unitDivergences(codes, logVars, 3));
  });

  test('reports divergences unit by unit', () => {
    const all = unitDivergences(codes, logVars, 3);
    for (let index = 0; index < 3; index++) {
      const [alone] = unitDivergences(
        Float32Array.from(unit(codes, index)),
        Float32Array.from(unit(logVars, index)),
        1,
      );
      expect(all[index]).toBeCloseTo(alone ?? Number.NaN, 5);
    }
  });
});
