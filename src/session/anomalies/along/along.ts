// What the anomaly workspace knows of the recordings that the samples were cut from: scores in order of time, stretches above the
// threshold, and which window each method finds the most anomalous. Pure, but for the questions at the end.
import { highestOf } from '../../../core/anomaly/along/point-scores';
import { scoredWindows, type ScoredWindows } from '../../../core/anomaly/along/scored-windows';
import { flaggedStretches, rankedStretches, type Stretch } from '../../../core/anomaly/along/stretches';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { sampleSize } from '../../../core/samples/samples';
import type { CutSeries } from '../../../core/samples/series/held-out-stretch';
import { windowPlace } from '../../../core/samples/series/series-windows';
import type { EngineQuestions } from '../../engine/engine-questions';
import type { BaselineId, Baselines, NetworkScores } from '../anomaly-state';

/** Null for a data set that was not cut from recordings. */
export function cutOfInfo({
  windows,
  shape: [length = 1],
}: Pick<DatasetInfo, 'windows' | 'shape'>): CutSeries | null {
  return windows ? { windows, length } : null;
}

/** The windows of every recording under the network's scores. */
export function networkAlong(cut: CutSeries, network: NetworkScores): ScoredWindows[] {
  const { validationShare } = network.trainedOn;
  return cut.windows.recordings.map((_, recording) =>
    scoredWindows(cut, recording, network, validationShare),
  );
}

/** The test windows of a recording under a baseline: a window that was trained on is its own nearest neighbour. */
export function baselineAlong(cut: CutSeries, recording: number, test: Float32Array): ScoredWindows {
  return scoredWindows(cut, recording, { training: null, test }, 0);
}

/** Of all recordings, the highest score first; none without a threshold. */
export function stretchesOf(along: readonly ScoredWindows[], threshold: number | null): Stretch[] {
  if (threshold === null) return [];
  return rankedStretches(
    along.flatMap((windows, recording) => flaggedStretches(windows, threshold, recording)),
  );
}

export interface TopWindow {
  readonly by: 'network' | BaselineId;
  readonly recording: number;
  readonly start: number;
  readonly score: number;
}

/** Those whose highest window is named beside the network's: the mean of the windows finds nothing in a series that turns. */
const namedBaselines = ['nearest', 'pca'] as const satisfies readonly BaselineId[];

/** The highest test window of the network and of each baseline that has been computed. */
export function topWindows(
  cut: CutSeries,
  network: Pick<NetworkScores, 'test'>,
  baselines: Baselines['scores'],
): TopWindow[] {
  const known = namedBaselines.flatMap((id) => {
    const test = baselines[id]?.test;
    return test?.length === network.test.length ? [{ by: id, scores: test }] : [];
  });
  return [{ by: 'network' as const, scores: network.test }, ...known].flatMap(({ by, scores }) => {
    const index = highestOf(scores);
    const place = windowPlace(cut.windows, 'test', index);
    if (place === null) return [];
    const recording = cut.windows.recordings.indexOf(place.recording);
    return [{ by, recording, start: place.start, score: scores[index] ?? NaN }];
  });
}

/** A window of a recording, and what the network makes of it; `[length, channels]` each. */
export interface RebuiltWindow {
  readonly start: number;
  readonly sample: Float32Array;
  readonly reconstruction: Float32Array;
}

/** Null when the network is lost or has another shape. @param series `[length, channels]` */
export async function rebuiltWindow(
  questions: Pick<EngineQuestions, 'reconstruct'>,
  series: Float32Array,
  start: number,
  shape: DatasetInfo['shape'],
): Promise<RebuiltWindow | null> {
  const size = sampleSize(shape);
  const channels = size / (shape[0] ?? size);
  const sample = series.slice(start * channels, start * channels + size);
  const made = await questions.reconstruct(sample);
  return made && { start, sample, reconstruction: made.images };
}
