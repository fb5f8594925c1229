// The actions of the anomaly workspace: what counts as normal, by which score, and where the threshold stands. The network is
// asked for scores, and the baselines are computed, while somebody looks.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { anomalyPreset, type AnomalyPresetId } from '../../core/anomaly/presets';
import type { ScoreKind } from '../../core/anomaly/score-kind';
import { sameValue } from '../../core/experiment/experiment';
import { trainedOn } from '../../core/experiment/trained-on';
import type { RunId } from '../../core/run/stamp';
import type { Table } from '../../core/table';
import type { AnalysisCalls } from '../analysis/analysis-client';
import type { EngineQuestions } from '../engine/engine-questions';
import type { MainRun } from '../main-run/main-run';
import { hasAllData, type Run } from '../runs/run';
import {
  firstAnomalies,
  type AnomaliesState,
  type CandidateOrigin,
  type Examples,
  type OtherSource,
} from './anomaly-state';
import { createBaselines } from './baselines';
import { createCandidates } from './candidates';
import { createCodeSizes } from './sweep/code-sizes';
import { detect } from './scores/detect';
import { createNetworkScoring, possibleScore, type KnownCodes } from './scores/network-scores';
import { createOthers } from './others';
import { scoreTable } from './scores/score-table';
import { createTrainOnNormal } from './train-on-normal';
import type { Supervise } from './sweep/trained-scores';
import { missingOf, normalOf, rankAmong, thresholdOf, verdictAt, verdictOn } from './verdict';

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

export interface AnomalyPorts {
  /** Null where there is no analysis, as in tests. */
  readonly analysis: AnalysisCalls | null;
  readonly questions: EngineQuestions;
  readonly mainRun: MainRun;
  /** Makes an engine beside the main run's. */
  readonly supervise: Supervise;
  readonly newRunId: () => RunId;
}

export function createAnomalies({ analysis, questions, mainRun, ...ports }: AnomalyPorts): Anomalies {
  const store = createStore<AnomaliesState>()(() => ({
    ...firstAnomalies,
    normalClasses: mainRun.experiment.getState().classes,
  }));
  const { getState, setState } = store;
  const run = mainRun.store.getState;
  /** Codes of the samples trained on, that the shown scores are distances to. */
  let known: KnownCodes | null = null;
  let viewers = 0;
  let stopFollowing: () => void = () => undefined;
  const kind = () => possibleScore(getState().score, run());
  const normalNow = (labels: Uint16Array) => normalOf(labels, getState().normalClasses);
  const tellMissing = () => setState({ missing: missingOf(run(), getState()) });

  const candidates = createCandidates({
    analysis,
    questions,
    kind,
    known: () => known,
    rank: (score) => rankAmong(score, getState()),
    show: (candidate) => setState({ candidate }),
  });
  const others = createOthers({
    analysis,
    questions,
    run,
    kind,
    known: () => known,
    state: getState,
    show: (other) => setState({ other: { ...getState().other, ...other } }),
  });
  const baselines = createBaselines({
    analysis,
    shown: () => getState().baselines,
    show: (shown) => setState({ baselines: { ...getState().baselines, ...shown } }),
    isNormal: () => getState().isNormal,
  });
  const codeSizes = createCodeSizes({
    ...ports,
    analysis,
    run,
    kind,
    isNormal: () => getState().isNormal,
    shown: () => getState().codeSizes,
    show: (shown) => setState({ codeSizes: { ...getState().codeSizes, ...shown } }),
  });
  const training = createTrainOnNormal(mainRun, (shown) => setState({ training: shown }));
  const scoring = createNetworkScoring({
    analysis,
    questions,
    run,
    kind,
    shown: () => getState().network,
    normalOf: normalNow,
    show: (state) => setState({ scoring: state }),
    onFound(found) {
      const hadNone = getState().isNormal === null;
      known = found.known;
      setState({
        network: found.network,
        detection: found.detection,
        ...verdictOn(found.network, getState()),
      });
      tellMissing();
      if (hadNone) baselines.judgeAgain();
      candidates.again();
      others.again();
    },
  });

  /** Scores of another network, or by another score, are no longer to be seen. */
  function forgetScores(): void {
    known = null;
    setState({ network: null, detection: null, rates: null, histogram: null, byClass: [], isNormal: null });
    tellMissing();
  }

  function follow(now: Run, before: Run | null): void {
    const { network, score } = getState();
    if (score !== kind()) setState({ score: kind() });
    if (network !== null && (network.runId !== now.runId || network.kind !== kind())) forgetScores();
    const isDrawn = candidates.origin()?.kind === 'drawing';
    if (now.drawing !== before?.drawing && (now.drawing !== null || isDrawn))
      candidates.set(now.drawing?.original ?? null, { kind: 'drawing' });
    if (viewers === 0) return;
    scoring.consider();
    if (hasAllData(now)) baselines.consider(trainedOn(now.experiment), now.experiment.codeSize);
  }

  /** Other samples count as normal: the scores stay. */
  function judgeAgain(): void {
    const { network } = getState();
    codeSizes.forget();
    if (network === null) return;
    setState({ detection: null, ...verdictOn(network, getState()) });
    tellMissing();
    baselines.judgeAgain();
    others.again();
    const isWanted = () => getState().network === network && getState().isNormal === isNormal;
    const { isNormal } = getState();
    if (isNormal === null) return;
    void detect(network.test, isNormal, isWanted).then((found) => {
      if (isWanted()) setState({ detection: found });
    });
  }

  function chooseNormal(classes: readonly number[]): void {
    const normalClasses = [...new Set(classes)].sort((a, b) => a - b);
    if (sameValue(normalClasses, [...getState().normalClasses])) return;
    setState({ normalClasses });
    judgeAgain();
  }

  function moveThreshold(): void {
    const { network } = getState();
    if (network === null) return;
    setState(verdictAt(network, getState(), thresholdOf(network.validation, getState())));
  }

  // Also while nobody looks: it pauses what it has started.
  mainRun.store.subscribe(training.follow);
  // The class filter of Train says what is trained on, and so what is normal; the choice here stays until it does.
  mainRun.experiment.subscribe((now, before) => {
    if (now.dataset !== before.dataset || !sameValue(now.classes, before.classes)) chooseNormal(now.classes);
  });

  return {
    store,
    isTraining: () => getState().codeSizes.progress !== null,
    dispose: codeSizes.cancel,
    lookAt() {
      if (viewers++ === 0) {
        stopFollowing = mainRun.store.subscribe(follow);
        follow(run(), null);
        tellMissing();
      }
      return () => {
        if (--viewers > 0) return;
        scoring.cancel();
        stopFollowing();
      };
    },
    chooseNormal,
    chooseScore(score) {
      setState({ score, thresholdOrigin: 'percentile', threshold: null });
      if (viewers > 0) follow(run(), run());
    },
    setThreshold(threshold) {
      setState({ threshold, thresholdOrigin: threshold === null ? 'percentile' : 'chosen' });
      moveThreshold();
    },
    setPercentile(percentile) {
      setState({ percentile, thresholdOrigin: 'percentile' });
      moveThreshold();
    },
    trainOnNormal(preset) {
      const { normalClasses, score } = getState();
      const classCount = run().facts?.dataset.classNames.length ?? 0;
      const { score: suited } = anomalyPreset(preset, normalClasses.length, classCount);
      training.train(normalClasses, preset);
      if ((suited ?? score) !== score) setState({ score: suited ?? score, thresholdOrigin: 'percentile' });
    },
    setCandidate: candidates.set,
    examples: candidates.examples,
    compareWith: others.compareWith,
    sweepCodeSizes: codeSizes.start,
    cancelCodeSizes: codeSizes.cancel,
    cancelBaselines: baselines.cancel,
    retryBaselines: baselines.retry,
    retryScores: scoring.retry,
    table: () => scoreTable(getState(), run()),
  };
}
