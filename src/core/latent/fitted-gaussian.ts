// A Gaussian fitted to codes, and samples from it: a way to generate from a code that was not trained to be Gaussian.
import { pcg4d, standardNormal, words } from '../random';

export interface FittedGaussian {
  /** `[codeSize]`. */
  mean: Float32Array;
  /** Lower triangle L with L L^T the covariance, `[codeSize, codeSize]`; null when the units are treated as independent. */
  factor: Float32Array | null;
  /** Standard deviations of the units, `[codeSize]`. */
  deviations: Float32Array;
}

/** Units of longer codes are treated as independent: the covariance of 10,000 codes would block the page too long. */
export const longestCorrelated = 128;

/** Fits mean and covariance to codes `[n, codeSize]`; units that never vary stay constant. */
export function fitGaussian(codes: Float32Array, codeSize: number): FittedGaussian {
  const count = codes.length / codeSize;
  const mean = new Float64Array(codeSize);
  codes.forEach((value, i) => (mean[i % codeSize] = (mean[i % codeSize] ?? 0) + value / count));
  const squares = new Float64Array(codeSize);
  codes.forEach((value, i) => {
    const unit = i % codeSize;
    squares[unit] = (squares[unit] ?? 0) + (value - (mean[unit] ?? 0)) ** 2 / count;
  });
  return {
    mean: Float32Array.from(mean),
    factor: codeSize > longestCorrelated ? null : cholesky(covariance(codes, mean), codeSize),
    deviations: Float32Array.from(squares, Math.sqrt),
  };
}

function covariance(codes: Float32Array, mean: Float64Array): Float64Array {
  const size = mean.length;
  const count = codes.length / size;
  const products = new Float64Array(size * size);
  for (let row = 0; row < count; row++) {
    for (let i = 0; i < size; i++) {
      const own = (codes[row * size + i] ?? 0) - (mean[i] ?? 0);
      for (let j = 0; j <= i; j++) {
        const other = (codes[row * size + j] ?? 0) - (mean[j] ?? 0);
        products[i * size + j] = (products[i * size + j] ?? 0) + (own * other) / count;
      }
    }
  }
  return products;
}

/** Cholesky factor of a covariance; a direction without variance gets a column of zeros (Golub & Van Loan, section 4.2.8). */
function cholesky(lower: Float64Array, size: number): Float32Array {
  const factor = new Float64Array(size * size);
  const largest = Math.max(...Array.from({ length: size }, (_, i) => lower[i * size + i] ?? 0));
  for (let column = 0; column < size; column++) {
    let left = lower[column * size + column] ?? 0;
    for (let k = 0; k < column; k++) left -= (factor[column * size + k] ?? 0) ** 2;
    if (left <= 1e-10 * largest) continue;
    const pivot = Math.sqrt(left);
    factor[column * size + column] = pivot;
    for (let row = column + 1; row < size; row++) {
      let value = lower[row * size + column] ?? 0;
      for (let k = 0; k < column; k++) {
        value -= (factor[row * size + k] ?? 0) * (factor[column * size + k] ?? 0);
      }
      factor[row * size + column] = value / pivot;
    }
  }
  return Float32Array.from(factor);
}

/** Standard normal numbers, `[count, codeSize]`; the same seed gives the same numbers. */
export function standardDraws(count: number, codeSize: number, seed: number): Float32Array {
  return Float32Array.from({ length: count * codeSize }, (_, i) => {
    pcg4d(seed, 0x67656e65, i, 0);
    return standardNormal(words[0] ?? 0, words[1] ?? 0);
  });
}

/** Turns standard normal numbers into codes `[n, codeSize]` of the Gaussian, with its deviation scaled by `temperature`. */
export function drawFrom(
  { mean, factor, deviations }: FittedGaussian,
  draws: Float32Array,
  temperature: number,
): Float32Array {
  const size = mean.length;
  return draws.map((draw, i) => {
    const unit = i % size;
    const row = i - unit;
    if (factor === null) return (mean[unit] ?? 0) + temperature * (deviations[unit] ?? 0) * draw;
    let sum = 0;
    for (let k = 0; k <= unit; k++) sum += (factor[unit * size + k] ?? 0) * (draws[row + k] ?? 0);
    return (mean[unit] ?? 0) + temperature * sum;
  });
}

/** The prior of a Gaussian code: N(0, I). */
export function standardGaussian(codeSize: number): FittedGaussian {
  return {
    mean: new Float32Array(codeSize),
    factor: null,
    deviations: new Float32Array(codeSize).fill(1),
  };
}
