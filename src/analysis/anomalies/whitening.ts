// Codes in the units of the Gaussian that is fitted to known ones: distances from its mean are then Mahalanobis distances, and no
// longer depend on how the network happens to scale and mix its units.

/** Added to each variance, as a share of their mean: a unit that never varies would make every distance infinite. */
const ridge = 1e-4;

/**
 * Whitens rows with the mean and covariance of the known ones: y with L y = row - mean, where L L^T is the covariance.
 * @param known `[n, width]`, at least one
 * @returns whitens rows `[m, width]`
 */
export function whiteningOf(known: Float32Array, width: number): (rows: Float32Array) => Float32Array {
  const mean = meanOf(known, width);
  const factor = choleskyOf(covarianceOf(known, mean), width);
  return (rows) => {
    const whitened = new Float32Array(rows.length);
    for (let start = 0; start < rows.length; start += width) {
      for (let i = 0; i < width; i++) {
        let left = rows[start + i]! - mean[i]!;
        for (let k = 0; k < i; k++) left -= factor[i * width + k]! * whitened[start + k]!;
        whitened[start + i] = left / factor[i * width + i]!;
      }
    }
    return whitened;
  };
}

/** Lengths of rows `[n, width]`. */
export function lengthsOf(rows: Float32Array, width: number): Float32Array {
  return Float32Array.from({ length: rows.length / width }, (_, row) =>
    Math.sqrt(rows.subarray(row * width, (row + 1) * width).reduce((sum, value) => sum + value * value, 0)),
  );
}

/** Rows scaled to unit length; one of zeros stays. */
export function directionsOf(rows: Float32Array, width: number): Float32Array {
  const lengths = lengthsOf(rows, width);
  return rows.map((value, at) => value / (lengths[Math.floor(at / width)] || 1));
}

function meanOf(rows: Float32Array, width: number): Float64Array {
  const mean = new Float64Array(width);
  const count = rows.length / width;
  for (let at = 0; at < rows.length; at++) mean[at % width]! += rows[at]! / count;
  return mean;
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
