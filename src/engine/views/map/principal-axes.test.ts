import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { uniform } from '../../../core/random';
import { principalAxes } from './principal-axes';

/** The covariance of `count` points in `size` dimensions with deviations that fall off like 1 / rank, randomly rotated. */
function covarianceOf(size: number, count: number): Float32Array {
  const points = Array.from({ length: count }, (_, row) => {
    const latent = Array.from({ length: 12 }, (__, rank) => (uniform(1, 0, row, rank) - 0.5) / (rank + 1));
    return Array.from({ length: size }, (__, i) =>
      latent.reduce((sum, value, rank) => sum + value * (uniform(2, 0, rank, i) - 0.5), 0),
    );
  });
  const matrix = new Matrix(points);
  return Float32Array.from(matrix.transpose().mmul(matrix).div(count).to1DArray());
}

function exact(covariance: Float32Array, size: number) {
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from(covariance.subarray(row * size, (row + 1) * size)),
  );
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(rows), {
    assumeSymmetric: true,
  });
  const total = realEigenvalues.reduce((sum, value) => sum + value, 0);
  return [0, 1].map((rank) => ({
    vector: eigenvectorMatrix.getColumn(size - 1 - rank),
    share: (realEigenvalues[size - 1 - rank] ?? 0) / total,
  }));
}

describe.each([2, 5, 128, 129, 200])('of %i dimensions', (size) => {
  const covariance = covarianceOf(size, 300);
  const found = principalAxes(covariance, size);

  test.each([0, 1] as const)('axis %i is the eigenvector of a full decomposition, up to its sign', (rank) => {
    const { vector, share } = exact(covariance, size)[rank] ?? { vector: [], share: 0 };
    const axis = found.vectors[rank];
    const cosine = vector.reduce((sum, value, i) => sum + value * (axis[i] ?? 0), 0);
    expect(Math.abs(cosine)).toBeGreaterThan(0.999);
    expect(found.shares[rank]).toBeCloseTo(share, 3);
  });
});

test.each([3, 150])('codes that are all equal have axes and no variance (%i dimensions)', (size) => {
  const { vectors, shares } = principalAxes(new Float32Array(size * size), size);
  expect(shares).toEqual([0, 0]);
  for (const vector of vectors) expect(vector.every(Number.isFinite)).toBe(true);
});
