// PCA by a way of its own, to check the page's: the eigenvectors of the samples' Gram matrix (as many rows as there are samples),
// where the page decomposes a covariance, or estimates its first vectors.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** Mean squared error per value over test rows that PCA with `size` numbers leaves; fitted to the training rows. */
export function independentPcaMse(
  train: readonly ArrayLike<number>[],
  test: readonly ArrayLike<number>[],
  size: number,
): number {
  const length = train[0]?.length ?? 0;
  const mean = Array.from(
    { length },
    (_, at) => train.reduce((sum, row) => sum + row[at]!, 0) / train.length,
  );
  const centred = (rows: readonly ArrayLike<number>[]) =>
    new Matrix(rows.map((row) => mean.map((value, at) => row[at]! - value)));
  const fitted = centred(train);
  const gram = fitted.mmul(fitted.transpose());
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
  const strongest = [...realEigenvalues.keys()]
    .sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]!)
    .slice(0, size);
  const held = centred(test);
  let left = held.clone().pow(2).sum();
  for (const place of strongest) {
    const axis = fitted.transpose().mmul(eigenvectorMatrix.getColumnVector(place));
    axis.div(axis.norm());
    left -= held.mmul(axis).pow(2).sum();
  }
  return left / (test.length * length);
}
