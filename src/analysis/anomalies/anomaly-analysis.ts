// The analysis worker's answers about anomalies.
import type { AnalysisProgress, PcaModel } from '../../core/analysis-api';
import type { LinearScores, CodeDistancesRequest } from '../../core/anomaly/anomaly-analysis-api';
import { sampleSize, type Samples } from '../../core/samples/samples';
import { linearScores } from './linear-scores';
import { nearestDistances } from './nearest-distances';
import { floatRows, sampleRows, type RowSource } from './row-source';
import { directionsOf, lengthsOf, whiteningOf } from './whitening';

type OnProgress = (progress: AnalysisProgress) => void;

/** What a network trains on, and what is scored: given samples `[n, D]`, or the test set. */
export interface Scored {
  readonly train: Samples;
  /** Null for all of them. */
  readonly picked: Uint32Array | null;
  readonly test: Samples;
  readonly given: Float32Array | null;
}

export function linearScoresOf(
  pca: PcaModel,
  scored: Pick<Scored, 'test' | 'given'>,
  codeSizes: readonly number[],
  onProgress: OnProgress,
): Promise<LinearScores> {
  return linearScores(pca, rowsOf(scored), codeSizes, (share) =>
    onProgress({ message: { code: 'anomalies.linear' }, share }),
  );
}

/** Per number; null when cancelled. */
export async function nearestScoresOf(
  { train, picked, test, given }: Scored,
  onProgress: OnProgress,
  isCancelled: () => boolean,
): Promise<Float32Array | null> {
  const size = sampleSize(train.shape);
  const distances = await nearestDistances(
    sampleRows(train, picked),
    rowsOf({ test, given }),
    (share) => onProgress({ message: { code: 'anomalies.nearest' }, share }),
    isCancelled,
  );
  return distances && distances.map((square) => square / size);
}

export async function codeDistancesOf(
  { known, asked, width, by }: CodeDistancesRequest,
  onProgress: OnProgress,
): Promise<Float32Array> {
  const onShare = (share: number) => onProgress({ message: { code: 'anomalies.code-distances' }, share });
  const whiten = by === 'nearest-code' ? null : whiteningOf(known, width);
  if (whiten && by === 'mahalanobis') return lengthsOf(whiten(asked), width);
  const rowsFrom = (codes: Float32Array) =>
    floatRows(whiten ? directionsOf(whiten(codes), width) : codes, width);
  const distances = await nearestDistances(rowsFrom(known), rowsFrom(asked), onShare, () => false);
  return (distances ?? new Float32Array(0)).map(Math.sqrt);
}

function rowsOf({ test, given }: Pick<Scored, 'test' | 'given'>): RowSource {
  return given === null ? sampleRows(test) : floatRows(given, sampleSize(test.shape));
}

/** At most `count` samples at equal distances, `[n, D]`, in [0, 1]. */
export function spreadSamples(samples: Samples, count: number): Float32Array {
  const kept = Math.min(count, samples.count);
  const indices = Uint32Array.from({ length: kept }, (_, i) => Math.floor((i * samples.count) / kept));
  const spread = new Float32Array(kept * sampleSize(samples.shape));
  sampleRows(samples, indices).copy(0, kept, spread);
  return spread;
}
