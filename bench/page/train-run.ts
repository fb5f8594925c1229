// The page of the training benches: trains one experiment in the real worker and reports the results. The drivers beside this
// folder call it through `window.trainRun`.
import { proxy, wrap } from 'comlink';
import { familyPatch, type FamilyId } from '../../src/catalog/families/registry';
import type { BackendChoice } from '../../src/core/engine-api/backend';
import type { TrainingEvent } from '../../src/core/engine-api/events';
import type { CodeStatistics, Evaluation } from '../../src/core/engine-api/looking';
import type { EngineApi } from '../../src/core/engine-api/running';
import { defaultExperiment, type ExperimentPatch } from '../../src/core/experiment/experiment';
import { withPatch } from '../../src/core/experiment/rules';
import { backendText } from './backend-text';

export interface TrainRunOptions {
  /** The family, as chosen in the page; the patch is applied after it. */
  family?: FamilyId;
  patch: ExperimentPatch;
  backend: BackendChoice;
  /** Epochs to train. */
  epochs: number;
}

export interface TrainRunResult {
  backend: string;
  /** The whole-test-set evaluation at the end of each epoch. */
  epochs: Evaluation[];
  /** Statistics of the code's units over the test set at the end of the run; null without a sparsity penalty. */
  activity: {
    meanActivation: number;
    minMeanActivation: number;
    maxMeanActivation: number;
    activeUnits: number;
  } | null;
  steps: number;
  /** Wall time from play to the end, evaluations and views included. */
  seconds: number;
  imagesPerSecond: number;
}

declare global {
  interface Window {
    trainRun(options: TrainRunOptions): Promise<TrainRunResult>;
  }
}

window.trainRun = async ({ family = 'undercomplete', patch, backend, epochs }) => {
  const worker = new Worker(new URL('../../src/engine/worker.ts', import.meta.url), { type: 'module' });
  const engine = wrap<EngineApi>(worker);
  const chosen = { ...defaultExperiment, ...familyPatch(family, defaultExperiment) };
  const experiment = withPatch(chosen, patch);
  const full: Evaluation[] = [];
  let step = 0;
  let trainCount = 0;
  let rate = 0;
  const statistics: CodeStatistics[] = [];
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const stepsPerEpoch = () => trainCount / experiment.batchSize;
  const onEvent = (event: TrainingEvent) => {
    if (event.type === 'started') trainCount = event.trainCount;
    if (event.type === 'failed') throw new Error(JSON.stringify(event.message));
    if (event.type === 'progress') {
      step = event.step;
      rate = event.imagesPerSecond;
    }
    if (event.type === 'evaluation' && event.scope === 'all') {
      full.push(event);
    }
    if (event.type === 'code-statistics') {
      statistics.push(event);
      if (trainCount > 0 && event.step >= epochs * stepsPerEpoch()) finish();
    }
  };
  const baseUrl = new URL('/', location.href).href;
  const report = await engine.open({ backend, baseUrl, lifeLock: 'bench' }, proxy(onEvent));
  await engine.build('1', experiment, null);
  const startedMs = performance.now();
  await engine.play('1');
  await finished;
  const seconds = (performance.now() - startedMs) / 1000;
  worker.terminate();
  const atEnd = (epoch: number) => full.find((evaluation) => evaluation.step >= epoch * stepsPerEpoch());
  return {
    backend: backendText(report),
    epochs: Array.from({ length: epochs }, (_, i) => atEnd(i + 1)).filter((e) => e !== undefined),
    activity: experiment.sparsity === 'none' ? null : activityOf(statistics.at(-1)),
    steps: step,
    seconds,
    imagesPerSecond: rate,
  };
};

function activityOf(statistics: CodeStatistics | undefined): TrainRunResult['activity'] {
  if (!statistics) return null;
  const { meanActivation, activeShare } = statistics;
  const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);
  const round = (value: number) => Number(value.toPrecision(4));
  return {
    meanActivation: round(sum(meanActivation) / meanActivation.length),
    minMeanActivation: round(Math.min(...meanActivation)),
    maxMeanActivation: round(Math.max(...meanActivation)),
    activeUnits: round(sum(activeShare)),
  };
}
