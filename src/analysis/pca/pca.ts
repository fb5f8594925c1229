// PCA of the samples that a network trains on: mean-centred covariance and its eigen-decomposition (Pearson 1901; Hotelling 1933).
import { Matrix } from 'ml-matrix';
import type { AnalysisProgress, AnalysisStage, PcaModel } from '../../core/analysis-api';
import type { TrainedOn } from '../../core/experiment/trained-on';
import { pcaCodes } from '../../core/pca/pca';
import { sampleSize, valueScale, type Samples } from '../../core/samples/samples';
import { pause } from '../../core/browser/pause';
import { decompose, errorsByRank } from './decompose';
import { momentsAbout, secondMoments, type SecondMoments } from './second-moments';
import { truncatedComponents, type FittedTo } from './truncated/truncated-pca';

/** Progress at the end of each part, from timings on MNIST. */
const parts = { train: 0.42, test: 0.48, decomposed: 0.97 } as const;
const imagesAtOnce = 1000;

/** The longest sample whose covariance is decomposed in full: 1,024 numbers take about seven seconds, twice as many a minute. */
export const longestExactSample = 1024;

/** Every component of short samples, the first ones of long ones. */
export function principalComponents(
  of: TrainedOn,
  samples: FittedTo,
  onProgress: (progress: AnalysisProgress) => void,
): Promise<PcaModel> {
  const isLong = sampleSize(samples.train.shape) > longestExactSample;
  return (isLong ? truncatedComponents : exactComponents)(of, samples, onProgress);
}

/** The decomposition runs without a pause: about three seconds for 784 x 784. */
async function exactComponents(
  of: TrainedOn,
  { train, picked = null, test }: FittedTo,
  onProgress: (progress: AnalysisProgress) => void,
): Promise<PcaModel> {
  const tell = (message: AnalysisStage, share: number) => onProgress({ message, share });
  const ofTrain = await sumMoments(train, picked, (share) =>
    tell({ code: 'pca.summing', split: 'train' }, share * parts.train),
  );
  const ofTest = await sumMoments(test, null, (share) =>
    tell({ code: 'pca.summing', split: 'test' }, parts.train + share * (parts.test - parts.train)),
  );
  const size = sampleSize(train.shape);
  tell({ code: 'pca.decomposing', size }, parts.test);
  await pause();
  const mean = ofTrain.sums.map((sum) => (sum / ofTrain.count) * valueScale(train));
  const { components, variances } = decompose(momentsAbout(ofTrain, valueScale(train), mean), size);
  tell({ code: 'pca.projecting' }, parts.decomposed);
  await pause();
  const model = {
    mean: Float32Array.from(mean),
    components: Float32Array.from(components),
  };
  return {
    trainedOn: of,
    sampleShape: train.shape,
    trainCount: ofTrain.count,
    ...model,
    deviations: Float32Array.from(variances, Math.sqrt),
    trainMse: errorsByRank(variances),
    testMse: errorsByRank(variancesAlong(components, momentsAbout(ofTest, valueScale(test), mean), size)),
    testPoints: await firstTwoCoordinates(model, test),
  };
}

async function sumMoments(
  samples: Samples,
  picked: Uint32Array | null,
  onShare: (share: number) => void,
): Promise<SecondMoments> {
  const work = secondMoments(samples, picked);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    onShare(value);
    await pause();
  }
}

/** The part of `moments` `[D, D]` along each component, `[D]`: u^T S u. */
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

/** Coordinates of all images along the first two components, `[2 n]`. */
async function firstTwoCoordinates(
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
