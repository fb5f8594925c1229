// The bench's page: trains one experiment in the real worker and reports what it sent. Called by the drivers beside
// this folder through `window.trainRun`.
import { proxy, wrap } from 'comlink';
import type { BackendChoice, EngineApi, Evaluation, TrainingEvent } from '../../src/core/engine-api';
import { defaultExperiment, type ExperimentPatch } from '../../src/core/experiment';

export interface TrainRunOptions {
  patch: ExperimentPatch;
  backend: BackendChoice;
  /** Passes over the training set. */
  epochs: number;
}

export interface TrainRunResult {
  backend: string;
  /** The evaluation of the whole test set at the end of each epoch. */
  epochs: Evaluation[];
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

window.trainRun = async ({ patch, backend, epochs }) => {
  const worker = new Worker(new URL('../../src/engine/worker.ts', import.meta.url), { type: 'module' });
  const engine = wrap<EngineApi>(worker);
  const experiment = { ...defaultExperiment, ...patch };
  const full: Evaluation[] = [];
  let step = 0;
  let trainCount = 0;
  let rate = 0;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const stepsPerEpoch = () => trainCount / experiment.batchSize;
  const onEvent = (event: TrainingEvent) => {
    if (event.type === 'started') trainCount = event.trainCount;
    if (event.type === 'failed') throw new Error(event.message);
    if (event.type === 'progress') {
      step = event.step;
      rate = event.imagesPerSecond;
    }
    if (event.type === 'evaluation' && event.scope === 'all') {
      full.push(event);
      if (trainCount > 0 && event.step >= epochs * stepsPerEpoch()) finish();
    }
  };
  const baseUrl = new URL('/', location.href).href;
  const report = await engine.open({ backend, baseUrl, lifeLock: 'bench' }, proxy(onEvent));
  await engine.build(1, experiment, null);
  const startedMs = performance.now();
  await engine.play(1);
  await finished;
  const seconds = (performance.now() - startedMs) / 1000;
  worker.terminate();
  const atEnd = (epoch: number) => full.find((evaluation) => evaluation.step >= epoch * stepsPerEpoch());
  return {
    backend: `${report.name}: ${report.detail}`,
    epochs: Array.from({ length: epochs }, (_, i) => atEnd(i + 1)).filter((e) => e !== undefined),
    steps: step,
    seconds,
    imagesPerSecond: rate,
  };
};
