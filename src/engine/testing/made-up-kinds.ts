// A corruption, a loss and a sparsity penalty that no kernel and no op of the engine supports, each written as in the catalog:
// "a file and a line" must be enough for them.
import type { Corruption } from '../../catalog/corruptions/corruption';
import type { Loss } from '../../catalog/losses/loss';
import { perActivation, type SparsityPenalty } from '../../catalog/sparsity/penalty';
import { uniform } from '../../core/random';
import { sampleSize } from '../../core/samples/samples';

/** Shifts every pixel towards grey by a random share of the level. */
export const fog: Corruption = {
  label: 'Fog',
  name: 'fog',
  summary: 'Shifts every pixel towards grey.',
  formula: String.raw`\tilde x_i = x_i + \sigma u_i (\tfrac{1}{2} - x_i)`,
  suits: ['image', 'signal'],
  apply(clean, noisy, offset, shape, level, { seed, step, sample }) {
    for (let pixel = 0; pixel < sampleSize(shape); pixel++) {
      const x = clean[offset + pixel] ?? 0;
      const share = uniform(seed, step, sample, pixel);
      noisy[offset + pixel] = x + level * share * (0.5 - x);
    }
  },
};

/** log cosh of the error: quadratic near 0, linear far from it. */
export const logCosh: Loss = {
  label: 'Log-cosh',
  name: 'LOG-COSH',
  summary: 'Quadratic for small errors, linear for large ones.',
  formula: String.raw`\ell = \tfrac{1}{n} \sum_i \log \cosh (x_i - \hat x_i)`,
  reads: 'pixel',
  value: (target, pixel) => Math.log(Math.cosh(pixel - target)),
  slope: (target, pixel) => Math.tanh(pixel - target),
};

/** The penalty of a Student-t prior (Olshausen & Field 1996). */
export const studentT: SparsityPenalty = {
  label: 'Student t',
  name: 'Student t',
  summary: "Penalises the logarithm of each unit's activity.",
  formula: String.raw`\Omega = \tfrac{1}{m} \sum_{x} \sum_{j} \log (1 + z_j^2)`,
  ...perActivation(
    (z) => Math.log1p(z * z),
    (z) => (2 * z) / (1 + z * z),
  ),
};
