// PCA of long samples (colour pictures, sound): as many components as a network of this playground has numbers in its code,
// and no more.
import type { AnalysisProgress, AnalysisStage, PcaModel } from '../../../core/analysis-api';
import type { TrainedOn } from '../../../core/experiment/trained-on';
import { longestPlainCode } from '../../../core/experiment/rules';
import { sampleSize, type Samples } from '../../../core/samples/samples';
import { openProducts } from '../../products/open-products';
import { errorsByRank } from '../decompose';
import { leadingComponents } from './leading-components';
import { every, meanAndVariance, readSlices, rowsAtOnce } from './slices';

/** Components of a truncated model: a longer code needs a sparsity penalty, and PCA has none. */
export const truncatedRank = longestPlainCode;

/** Progress at the end of each part, from timings on 5,000 samples of 64 x 64 x 3. */
const parts = { mean: 0.05, found: 0.9 } as const;

export interface FittedTo {
  readonly train: Samples;
  /** Indices of the training images that PCA is fitted to; null for all. */
  readonly picked?: Uint32Array | null;
  readonly test: Samples;
}

/** As `principalComponents`, with at most `truncatedRank` components. Nothing runs longer than some 0.1 s without a pause. */
export async function truncatedComponents(
  of: TrainedOn,
  { train, picked = null, test }: FittedTo,
  onProgress: (progress: AnalysisProgress) => void,
): Promise<PcaModel> {
  const tell = (message: AnalysisStage, share: number) => onProgress({ message, share });
  const size = sampleSize(train.shape);
  const fitted = every(train, picked);
  tell({ code: 'pca.summing', split: 'train' }, 0);
  const { mean: exactMean, variance } = await meanAndVariance(train, fitted);
  const mean = Float32Array.from(exactMean);
  const found = await leadingComponents(train, fitted, mean, truncatedRank, (pass, passes, share) =>
    tell({ code: 'pca.refining', pass, passes }, parts.mean + share * (parts.found - parts.mean)),
  );
  const components = Float32Array.from(found.components);
  tell({ code: 'pca.projecting' }, parts.found);
  const { removed, total, points } = await coordinatesOf(test, mean, components, (share) =>
    tell({ code: 'pca.projecting' }, parts.found + share * (1 - parts.found)),
  );
  return {
    trainedOn: of,
    sampleShape: train.shape,
    trainCount: fitted.count,
    mean,
    components,
    deviations: Float32Array.from(found.variances, Math.sqrt),
    trainMse: errorsByRank(found.variances, variance, size),
    testMse: errorsByRank(removed, total, size),
    testPoints: points,
  };
}

/** What each component removes of the mean square about the mean, `[K]`; that mean square; and the first two coordinates. */
async function coordinatesOf(
  samples: Samples,
  mean: Float32Array,
  components: Float32Array,
  onShare: (share: number) => void,
): Promise<{ removed: Float64Array; total: number; points: Float32Array }> {
  const size = mean.length;
  const rank = components.length / size;
  const { rows, directions, project } = await openProducts(size, rank, rowsAtOnce);
  directions.set(components);
  const squares = new Float64Array(rank);
  const points = new Float32Array(samples.count * 2);
  let total = 0;
  await readSlices(samples, every(samples, null), mean, rows, (count, first) => {
    for (let at = 0; at < count * size; at++) total += rows[at]! * rows[at]!;
    const coordinates = project(count);
    for (let row = 0; row < count; row++) {
      for (let unit = 0; unit < rank; unit++) squares[unit]! += coordinates[row * rank + unit]! ** 2;
      points[(first + row) * 2] = coordinates[row * rank] ?? 0;
      points[(first + row) * 2 + 1] = rank > 1 ? (coordinates[row * rank + 1] ?? 0) : 0;
    }
    onShare((first + count) / samples.count);
  });
  return {
    removed: squares.map((sum) => sum / samples.count),
    total: total / samples.count,
    points,
  };
}
