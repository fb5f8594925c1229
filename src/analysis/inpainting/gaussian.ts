// The best linear answer to a hole: the mean of a Gaussian given the known pixels, from the mean and the covariance of the
// training samples with a ridge. In terms of the precision matrix (the covariance's inverse) that takes one Cholesky factor of
// the size of the hole: mean_h - P_hh^-1 P_hk (x_k - mean_k) (Bishop 2006, "Pattern Recognition and Machine Learning", eq. 2.96).
import type { PcaModel } from '../../core/analysis-api';
import { choleskyFactor, gram } from '../linear-denoiser/dense-algebra';
import type { Hole } from './hole';

/**
 * Added to the variance along every direction, in squared pixels: 1.5 % of a pixel's mean variance on MNIST, so that pixels
 * which hardly ever vary predict nothing.
 */
const ridge = 1e-3;

export interface Gaussian {
  /** `[D]`. */
  readonly mean: Float64Array;
  /** Inverse of the covariance, `[D, D]`. */
  readonly precision: Float64Array;
}

/** @param pca with all its components; half a second for 784 numbers */
export function gaussianOf({
  mean,
  components,
  deviations,
}: Pick<PcaModel, 'mean' | 'components' | 'deviations'>): Gaussian {
  const size = mean.length;
  const scaled = Float64Array.from(components);
  for (let row = 0; row < size; row++) {
    const factor = 1 / Math.sqrt((deviations[row] ?? 0) ** 2 + ridge);
    for (let at = row * size; at < (row + 1) * size; at++) scaled[at]! *= factor;
  }
  return { mean: Float64Array.from(mean), precision: gram(scaled, size) };
}

/** Answers for one hole: the missing numbers of a sample `[D]`, in the order of the hole. */
export function linearAnswers(
  { mean, precision }: Gaussian,
  { missing, known }: Hole,
): (sample: ArrayLike<number>) => Float64Array {
  const size = mean.length;
  const count = missing.length;
  const block = new Float64Array(count * count);
  for (let row = 0; row < count; row++) {
    const from = missing[row]! * size;
    for (let column = 0; column < count; column++)
      block[row * count + column] = precision[from + missing[column]!]!;
  }
  const lower = choleskyFactor(block, count);
  const differences = new Float64Array(known.length);
  return (sample) => {
    for (let i = 0; i < known.length; i++) differences[i] = sample[known[i]!]! - mean[known[i]!]!;
    const right = new Float64Array(count);
    for (let row = 0; row < count; row++) {
      const from = missing[row]! * size;
      let sum = 0;
      for (let i = 0; i < known.length; i++) sum += precision[from + known[i]!]! * differences[i]!;
      right[row] = -sum;
    }
    solve(lower, right);
    return right.map((difference, row) => mean[missing[row]!]! + difference);
  };
}

/** Solves L L^T x = right in its place. */
export function solve(lower: Float64Array, right: Float64Array): void {
  const size = right.length;
  for (let row = 0; row < size; row++) {
    let rest = right[row]!;
    for (let column = 0; column < row; column++) rest -= lower[row * size + column]! * right[column]!;
    right[row] = rest / lower[row * size + row]!;
  }
  // Down the columns of L^T, which are rows of L.
  for (let row = size - 1; row >= 0; row--) {
    const value = right[row]! / lower[row * size + row]!;
    right[row] = value;
    for (let column = 0; column < row; column++) right[column]! -= lower[row * size + column]! * value;
  }
}
