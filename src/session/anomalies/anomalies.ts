// The actions of the anomaly workspace: what counts as normal, by which score, and where the threshold stands. The network is
// asked for scores, and the baselines are computed, while somebody looks.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnomalyPresetId } from '../../core/anomaly/presets';
import type { ScoreKind } from '../../core/anomaly/score-kind';
import type { Table } from '../../core/table';
import type { AnalysisCalls } from '../analysis/analysis-client';
import type { EngineQuestions } from '../engine/engine-questions';
import type { MainRun } from '../main-run/main-run';
import {
  firstAnomalies,
  type AnomaliesState,
  type CandidateOrigin,
  type Examples,
  type OtherSource,
} from './anomaly-state';

export interface Anomalies {
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

export interface AnomalyPorts {
  /** Null where there is no analysis, as in tests. */
  readonly analysis: AnalysisCalls | null;
  readonly questions: EngineQuestions;
  readonly mainRun: MainRun;
}

export function createAnomalies(_ports: AnomalyPorts): Anomalies {
  const store = createStore<AnomaliesState>()(() => firstAnomalies);
  const nothing = () => undefined;
  return {
    store,
    lookAt: () => nothing,
    chooseNormal: (classes) => store.setState({ normalClasses: [...classes].sort((a, b) => a - b) }),
    chooseScore: (score) => store.setState({ score }),
    setThreshold: (threshold) => store.setState({ threshold }),
    setPercentile: (percentile) => store.setState({ percentile }),
    trainOnNormal: nothing,
    setCandidate: nothing,
    examples: () => Promise.resolve(null),
    compareWith: nothing,
    sweepCodeSizes: nothing,
    cancelCodeSizes: nothing,
    cancelBaselines: nothing,
    retryBaselines: nothing,
    retryScores: nothing,
    table: () => null,
  };
}
