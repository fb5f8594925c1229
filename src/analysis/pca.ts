// PCA of a whole data set: mean-centred covariance and its eigen-decomposition (Pearson 1901; Hotelling 1933).
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { AnalysisProgress, PcaModel } from '../core/analysis-api';
import type { DatasetId } from '../core/experiment';
import { pcaCodes } from '../core/pca';
import { sampleSize, valueScale, type Samples } from '../core/samples';
import { pause } from './pause';
import { momentsAbout, secondMoments, type SecondMoments } from './second-moments';

/** Shares of the time that the parts take on MNIST. */
const parts = { train: 0.42, test: 0.48, decomposed: 0.97 } as const;
const imagesAtOnce = 1000;

/** The decomposition alone is one piece of work: about three seconds for 784 numbers. */
export async function principalComponents(
  dataset: DatasetId,
  { train, test }: { train: Samples; test: Samples },
  onProgress: (progress: AnalysisProgress) => void,
): Promise<PcaModel> {
  const tell = (message: string, share: number) => onProgress({ message, share });
  const ofTrain = await summed(train, (share) => tell('Adding up the training images', share * parts.train));
  const ofTest = await summed(test, (share) =>
    tell('Adding up the test images', parts.train + share * (parts.test - parts.train)),
  );
  const size = sampleSize(train.shape);
  tell(`Decomposing the covariance, ${size} × ${size}`, parts.test);
  await pause();
  const mean = ofTrain.sums.map((sum) => (sum / train.count) * valueScale(train));
  const { components, variances } = decomposed(momentsAbout(ofTrain, valueScale(train), mean), size);
  tell('Placing the test images', parts.decomposed);
  await pause();
  const model = {
    mean: Float32Array.from(mean),
    components: Float32Array.from(components),
  };
  return {
    dataset,
    sampleShape: train.shape,
    trainCount: train.count,
    ...model,
    deviations: Float32Array.from(variances, Math.sqrt),
    trainMse: errors(variances, size),
    testMse: errors(variancesAlong(components, momentsAbout(ofTest, valueScale(test), mean), size), size),
    testPoints: await firstTwo(model, test),
  };
}

async function summed(samples: Samples, onShare: (share: number) => void): Promise<SecondMoments> {
  const work = secondMoments(samples);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    onShare(value);
    await pause();
  }
}

/** Unit eigenvectors in rows, `[D, D]`, by falling eigenvalue; the largest entry of each is positive, so that none flips. */
function decomposed(
  covariance: Float64Array,
  size: number,
): { components: Float64Array; variances: Float64Array } {
  const rows = Array.from({ length: size }, (_, row) => covariance.subarray(row * size, (row + 1) * size));
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

/** What of `moments` `[D, D]` lies along each component, `[D]`: u^T S u. */
function variancesAlong(components: Float64Array, moments: Float64Array, size: number): Float64Array {
  const vectors = new Matrix(
    Array.from({ length: size }, (_, row) => components.subarray(row * size, (row + 1) * size)),
  );
  const products = vectors.mmul(
    new Matrix(Array.from({ length: size }, (_, row) => moments.subarray(row * size, (row + 1) * size))),
  );
  return Float64Array.from({ length: size }, (_, row) => {
    const along = products.getRow(row);
    return Math.max(
      0,
      along.reduce((sum, value, i) => sum + value * (components[row * size + i] ?? 0), 0),
    );
  });
}

/** Mean squared error per pixel with the first k components, `[D + 1]`: what lies along the others. Never rises. */
function errors(variances: Float64Array, size: number): Float32Array {
  const rest = new Float32Array(size + 1);
  let sum = 0;
  for (let rank = size - 1; rank >= 0; rank--) {
    sum += variances[rank] ?? 0;
    rest[rank] = sum / size;
  }
  return rest;
}

/** Coordinates of all images along the first two components, `[2 n]`. */
async function firstTwo(
  model: Pick<PcaModel, 'mean' | 'components'>,
  { values, shape, count }: Samples,
): Promise<Float32Array> {
  const size = sampleSize(shape);
  const scale = valueScale({ values });
  const points = new Float32Array(count * 2);
  for (let first = 0; first < count; first += imagesAtOnce) {
    const stored = values.subarray(first * size, (first + imagesAtOnce) * size);
    points.set(
      pcaCodes(
        model,
        Float32Array.from(stored, (value) => value * scale),
        2,
      ),
      first * 2,
    );
    await pause();
  }
  return points;
}
