// What the analysis worker answers about anomalies: how far samples are from those a network trains on, without the network.
import type { AnalysisProgress } from '../analysis-api';
import type { CodeScore } from './score-kind';
import type { DatasetId } from '../experiment/dataset-id';
import type { TrainedOn } from '../experiment/trained-on';
import type { SampleShape } from '../samples/samples';

/** Scores of the same samples by linear baselines, `[n]` each: mean squared error per number. */
export interface LinearScores {
  /** Against the mean of the samples trained on. */
  meanImage: Float32Array;
  /** With each number of components that was asked for, or as many as there are. */
  pca: Float32Array[];
  components: number[];
}

/** Codes, `[n, width]` each: of the samples trained on, and of those to judge. */
export interface CodeDistancesRequest {
  known: Float32Array;
  asked: Float32Array;
  width: number;
  by: CodeScore;
}

export interface AnomalyAnalysisApi {
  /**
   * @param codeSizes how many components; each at least 1
   * @param given samples `[n, D]`, pixels in [0, 1]; null for the test set
   */
  linearScores(
    of: TrainedOn,
    codeSizes: readonly number[],
    given: Float32Array | null,
    onProgress: (progress: AnalysisProgress) => void,
  ): Promise<LinearScores>;
  /**
   * Squared distance per number, `[n]`, to the nearest sample that is trained on: all of them are searched. Null when cancelled; a
   * later request for the test set, or for given samples, ends the earlier one.
   */
  nearestScores(
    of: TrainedOn,
    given: Float32Array | null,
    onProgress: (progress: AnalysisProgress) => void,
  ): Promise<Float32Array | null>;
  /** Distance of each asked code to the known ones, `[n]`. Whoever asks drops the answer if it comes too late. */
  codeDistances(
    request: CodeDistancesRequest,
    onProgress: (progress: AnalysisProgress) => void,
  ): Promise<Float32Array>;
  /** Test samples of a data set, at most `count` and evenly spread, `[n, D]`; null where they have another shape. */
  testSamples(
    dataset: DatasetId,
    count: number,
    shape: SampleShape,
  ): Promise<{ samples: Float32Array | null; shape: SampleShape }>;
}
