// The leading eigenvectors of a covariance. Decomposing the covariance of a short code takes no time; that of 1,024 numbers
// takes ten seconds. For long codes, subspace iteration (Golub & Van Loan, section 8.2; oversampled as in Halko et al. 2011)
// finds a block of vectors that spans the leading eigenvectors, and only the small projected matrix is decomposed.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { streams, uniform } from '../../../core/random';

/** Largest code size for a full decomposition; beyond it the decomposition takes seconds. */
export const maxFullSize = 128;
const blockSize = 10;
const maxSweeps = 40;
/** The iteration ends when neither leading eigenvalue changes by more than this share. */
const tolerance = 1e-4;

export interface PrincipalAxes {
  /** The two leading unit vectors, `[size]` each. */
  vectors: readonly [Float32Array, Float32Array];
  /** Their shares of the total variance, in [0, 1]. */
  shares: readonly [number, number];
}

/** @param covariance `[size, size]`, symmetric; `size` is at least 2 */
export function principalAxes(covariance: Float32Array, size: number): PrincipalAxes {
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from(covariance.subarray(row * size, (row + 1) * size)),
  );
  const square = new Matrix(rows);
  const basis = size <= maxFullSize ? Matrix.eye(size, size) : leadingSubspace(square);
  const small = size <= maxFullSize ? square : basis.transpose().mmul(square).mmul(basis);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(small, {
    assumeSymmetric: true,
  });
  const total = Array.from({ length: size }, (_, i) => rows[i]?.[i] ?? 0).reduce(
    (sum, value) => sum + value,
    0,
  );
  // ascending eigenvalues
  const place = (rank: number) => realEigenvalues.length - 1 - rank;
  const vector = (rank: number) =>
    Float32Array.from(basis.mmul(eigenvectorMatrix.getColumnVector(place(rank))).to1DArray());
  const share = (rank: number) =>
    total > 0 ? Math.min(1, Math.max(0, realEigenvalues[place(rank)] ?? 0) / total) : 0;
  return { vectors: [vector(0), vector(1)], shares: [share(0), share(1)] };
}

/** An orthonormal basis `[size, blockSize]` whose span contains the leading eigenvectors. */
function leadingSubspace(square: Matrix): Matrix {
  const size = square.rows;
  let basis = orthonormal(
    new Matrix(
      Array.from({ length: size }, (_, row) =>
        Array.from({ length: blockSize }, (__, column) => uniform(0, streams.jitter, column, row) - 0.5),
      ),
    ),
  );
  let before = [0, 0];
  for (let sweep = 0; sweep < maxSweeps; sweep++) {
    const image = square.mmul(basis);
    const values = [0, 1].map((column) => image.getColumnVector(column).norm());
    basis = orthonormal(image);
    if (values.every((value, i) => Math.abs(value - (before[i] ?? 0)) <= tolerance * value)) break;
    before = values;
  }
  return basis;
}

/** Orthonormalises the columns and keeps the direction of the first (Gram-Schmidt, twice to reduce rounding errors). */
function orthonormal(columns: Matrix): Matrix {
  const basis = columns.clone();
  for (let column = 0; column < basis.columns; column++) {
    let vector = basis.getColumnVector(column);
    for (let pass = 0; pass < 2; pass++) {
      for (let other = 0; other < column; other++) {
        const against = basis.getColumnVector(other);
        vector = Matrix.sub(vector, Matrix.mul(against, vector.dot(against)));
      }
    }
    const norm = vector.norm();
    basis.setColumn(column, norm > 0 ? Matrix.div(vector, norm).to1DArray() : vector.to1DArray());
  }
  return basis;
}
