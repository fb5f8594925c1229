// Eigen-decomposition, and what is left of a variance after its first parts.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/**
 * Unit eigenvectors of a symmetric matrix `[D, D]` without negative eigenvalues, as rows, by falling eigenvalue; the largest
 * entry of each is positive, which fixes the sign.
 */
export function decompose(
  symmetric: Float64Array,
  size: number,
): { components: Float64Array; variances: Float64Array } {
  const rows = Array.from({ length: size }, (_, row) => symmetric.subarray(row * size, (row + 1) * size));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(rows), {
    assumeSymmetric: true,
  });
  const components = new Float64Array(size * size);
  const variances = new Float64Array(size);
  for (let rank = 0; rank < size; rank++) {
    // ascending eigenvalues
    const column = size - 1 - rank;
    variances[rank] = Math.max(0, realEigenvalues[column] ?? 0);
    const vector = eigenvectorMatrix.getColumn(column);
    const largest = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
    components.set(
      vector.map((value) => (largest < 0 ? -value : value)),
      rank * size,
    );
  }
  return { components, variances };
}

/**
 * Mean squared error per pixel with the first k of K components, `[K + 1]`, from the part of the variance that each removes,
 * `[K]`.
 * @param total variance summed over the pixels; without it, the sum of all parts
 * @param size pixels of a sample, where there are fewer components than pixels
 */
export function errorsByRank(parts: Float64Array, total?: number, size = parts.length): Float32Array {
  const count = parts.length;
  const errors = new Float32Array(count + 1);
  let rest = total === undefined ? 0 : total - parts.reduce((sum, part) => sum + part, 0);
  errors[count] = rest / size;
  for (let rank = count - 1; rank >= 0; rank--) {
    rest += parts[rank] ?? 0;
    errors[rank] = rest / size;
  }
  return errors;
}
