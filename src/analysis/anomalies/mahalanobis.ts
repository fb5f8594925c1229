// Mahalanobis distances of codes to the Gaussian that is fitted to known ones.

import { meanRow } from './row-source';

/** Added to each variance, as a share of their mean: a unit that never varies would make every distance infinite. */
const ridge = 1e-4;

/**
 * sqrt((code - mean)^T C^-1 (code - mean)) of each asked code, `[asked]`, with the mean and covariance C of the known ones.
 * @param known `[n, width]`, at least one; @param asked `[m, width]`
 */
export function mahalanobisDistances(known: Float32Array, asked: Float32Array, width: number): Float32Array {
  const mean = meanRow(known, width);
  const factor = choleskyOf(covarianceOf(known, mean), width);
  const solved = new Float64Array(width);
  return Float32Array.from({ length: asked.length / width }, (_, row) => {
    let sum = 0;
    // L y = code - mean; the distance is |y|.
    for (let i = 0; i < width; i++) {
      let left = asked[row * width + i]! - mean[i]!;
      for (let k = 0; k < i; k++) left -= factor[i * width + k]! * solved[k]!;
      const value = left / factor[i * width + i]!;
      solved[i] = value;
      sum += value * value;
    }
    return Math.sqrt(sum);
  });
}

/** The lower triangle, `[width, width]`, with the ridge. */
function covarianceOf(rows: Float32Array, mean: Float64Array): Float64Array {
  const width = mean.length;
  const count = rows.length / width;
  const products = new Float64Array(width * width);
  const centred = new Float64Array(width);
  for (let start = 0; start < rows.length; start += width) {
    for (let i = 0; i < width; i++) centred[i] = rows[start + i]! - mean[i]!;
    for (let i = 0; i < width; i++) {
      const own = centred[i]! / count;
      for (let j = 0; j <= i; j++) products[i * width + j]! += own * centred[j]!;
    }
  }
  let trace = 0;
  for (let i = 0; i < width; i++) trace += products[i * width + i]!;
  const added = (ridge * trace) / width || 1;
  for (let i = 0; i < width; i++) products[i * width + i]! += added;
  return products;
}

/** L with L L^T the matrix (Golub & Van Loan, section 4.2.5). */
function choleskyOf(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let left = matrix[row * size + column]!;
      for (let k = 0; k < column; k++) left -= factor[row * size + k]! * factor[column * size + k]!;
      factor[row * size + column] = row === column ? Math.sqrt(left) : left / factor[column * size + column]!;
    }
  }
  return factor;
}
