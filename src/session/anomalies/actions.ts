// What can be done in the anomaly workspace; `anomalies.ts` does it.
import type { StoreApi } from 'zustand/vanilla';
import type { AnomalyPresetId } from '../../core/anomaly/presets';
import type { ScoreKind } from '../../core/anomaly/score-kind';
import type { Table } from '../../core/table';
import type { AnomaliesState, CandidateOrigin, Examples, OtherSource } from './anomaly-state';

export interface Anomalies {
  /** Whether networks of other code sizes are trained. */
  readonly isTraining: () => boolean;
  readonly dispose: () => void;
  readonly store: StoreApi<AnomaliesState>;
  /** Somebody looks at the workspace until the function that is returned is called. Hidden, it asks for nothing. */
  readonly lookAt: () => () => void;
  /** Chooses what counts as normal; the network goes on as it was trained. @param classes any order; empty: all */
  readonly chooseNormal: (classes: readonly number[]) => void;
  readonly chooseScore: (score: ScoreKind) => void;
  /** Dragged or typed; null: back to the percentile. */
  readonly setThreshold: (threshold: number | null) => void;
  /** The threshold follows it again. @param percentile in (0, 100) */
  readonly setPercentile: (percentile: number) => void;
  /** Trains the main run on the normal classes alone, as a new run if it has trained on others. */
  readonly trainOnNormal: (preset: AnomalyPresetId) => void;
  /** One sample, `[sampleSize]` in [0, 1]: scored now, and again with newer weights; null: none. */
  readonly setCandidate: (sample: Float32Array | null, origin: CandidateOrigin) => void;
  /** Test samples with their reconstructions and error maps; null when the network is lost or has another shape. */
  readonly examples: (indices: Uint32Array) => Promise<Examples | null>;
  /** Scores samples of another source against the normal test samples; null: none. */
  readonly compareWith: (source: OtherSource | null) => void;
  /** Trains a network on the normal samples for each code size beside the main run, one after the other. */
  readonly sweepCodeSizes: (codeSizes: readonly number[]) => void;
  readonly cancelCodeSizes: () => void;
  /** Ends the computation of the baselines; `retryBaselines` starts it again. */
  readonly cancelBaselines: () => void;
  readonly retryBaselines: () => void;
  /** Asks for the network's scores again after a failure. */
  readonly retryScores: () => void;
  /** Every test sample: index, class, whether it counts as normal, score, flagged, and the baselines' scores; null before there are any. */
  readonly table: () => Table | null;
}
