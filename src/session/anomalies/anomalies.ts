// The actions of the anomaly workspace: what counts as normal, by which score, and where the threshold stands. The network is
// asked for scores, and the baselines are computed, while somebody looks.
import { createStore } from 'zustand/vanilla';
import { anomalyPreset } from '../../core/anomaly/presets';
import { sameValue } from '../../core/experiment/experiment';
import { trainedOn } from '../../core/experiment/trained-on';
import type { RunId } from '../../core/run/stamp';
import type { AnalysisCalls } from '../analysis/analysis-client';
import type { EngineQuestions } from '../engine/engine-questions';
import type { MainRun } from '../main-run/main-run';
import { hasAllData, type Run } from '../runs/run';
import type { Anomalies } from './actions';
import { firstAnomalies, type AnomaliesState } from './anomaly-state';
import { createBaselines } from './baselines';
import { createCandidates } from './candidates';
import { createCodeSizes } from './sweep/code-sizes';
import { detect } from './scores/detect';
import { createNetworkScoring, possibleScore, type KnownCodes } from './scores/network-scores';
import { firstChoice } from './first-choice';
import { createOthers } from './others';
import { scoreTable } from './scores/score-table';
import { createTrainOnNormal, normalData } from './train-on-normal';
import type { Supervise } from './sweep/trained-scores';
import { missingOf, normalOf, rankAmong, thresholdOf, verdictAt, verdictOn } from './verdict';

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

  /** One that was set by hand is on the scale of one network's scores. */
  function forgetThreshold(): void {
    if (getState().thresholdOrigin === 'percentile') return;
    setState({ thresholdOrigin: 'percentile', threshold: null });
    moveThreshold();
  }

  /** The data set that the choice was made for. */
  let met: string | null = null;
  /** Chooses for another data set what a person would. */
  function meet({ facts, experiment }: Run): void {
    if (facts === null || facts.dataset.id === met || facts.dataset.id !== experiment.dataset) return;
    met = facts.dataset.id;
    const { normalClasses, percentile } = firstChoice(facts.dataset, experiment.classes);
    setState({ percentile, thresholdOrigin: 'percentile' });
    chooseNormal(normalClasses);
    moveThreshold();
  }

  // Also while nobody looks: it pauses what it has started.
  mainRun.store.subscribe((now, before) => {
    training.follow(now);
    if (now.runId !== before.runId) forgetThreshold();
    meet(now);
  });
  meet(run());
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
      const { score: suited } = anomalyPreset(preset, normalData(run(), normalClasses));
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
