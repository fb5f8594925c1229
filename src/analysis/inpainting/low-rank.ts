// Probabilistic PCA (Tipping & Bishop 1999): a Gaussian with k directions and equal noise in all others. The code of a sample
// with a hole is its posterior mean given the known pixels, which takes a system of k x k.
import type { PcaModel } from '../../core/analysis-api';
import { choleskyFactor } from '../linear-denoiser/dense-algebra';
import { solve } from './gaussian';
import type { Hole } from './hole';

/** Directions kept; fewer where the data has fewer. */
const mostDirections = 128;

export interface LowRankGaussian {
  readonly mean: Float32Array;
  /** Orthonormal directions with more variance than the noise, `[k, D]`. */
  readonly directions: Float32Array;
  /** Noise over signal along each direction: s^2 / (l - s^2), `[k]`. */
  readonly ratios: Float64Array;
}

export function lowRankOf({
  mean,
  components,
  deviations,
  trainMse,
}: Pick<PcaModel, 'mean' | 'components' | 'deviations' | 'trainMse'>): LowRankGaussian {
  const size = mean.length;
  const rank = Math.min(mostDirections, deviations.length, size - 1);
  // The maximum likelihood: the mean variance along the directions that are left out (eq. 8).
  const noise = Math.max(1e-9, ((trainMse[rank] ?? 0) * size) / (size - rank));
  const signals = Array.from(deviations.subarray(0, rank), (deviation) => deviation ** 2 - noise);
  const kept = signals.findIndex((signal) => signal <= 0);
  const count = kept < 0 ? rank : kept;
  return {
    mean,
    directions: components.subarray(0, count * size),
    ratios: Float64Array.from(signals.slice(0, count), (signal) => noise / signal),
  };
}

/** Answers for one hole: the missing numbers of a sample `[D]`, in the order of the hole. */
export function lowRankAnswers(
  { mean, directions, ratios }: LowRankGaussian,
  { missing, known }: Hole,
): (sample: ArrayLike<number>) => Float64Array {
  const size = mean.length;
  const rank = ratios.length;
  // V^T V over the known pixels is 1 less its part over the missing ones.
  const system = new Float64Array(rank * rank);
  for (let row = 0; row < rank; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = row === column ? 1 + ratios[row]! : 0;
      for (const at of missing) sum -= directions[row * size + at]! * directions[column * size + at]!;
      system[row * rank + column] = sum;
      system[column * rank + row] = sum;
    }
  }
  const lower = choleskyFactor(system, rank);
  return (sample) => {
    const code = new Float64Array(rank);
    for (let row = 0; row < rank; row++) {
      let sum = 0;
      for (const at of known) sum += directions[row * size + at]! * (sample[at]! - mean[at]!);
      code[row] = sum;
    }
    solve(lower, code);
    return Float64Array.from(missing, (at) => {
      let value = mean[at]!;
      for (let row = 0; row < rank; row++) value += directions[row * size + at]! * code[row]!;
      return value;
    });
  };
}
