// For tests only: an engine without a network, that notes the orders it gets and says what the test tells it to say.
import { widthOf } from '../../catalog/architectures/plan';
import { networkPlan } from '../../catalog/architectures/registry';
import type {
  BackendReport,
  CodeStatistics,
  Evaluation,
  MeasurementWish,
  Progress,
  Snapshot,
  Started,
  TrainingEvent,
} from '../../core/engine-api';
import { defaultExperiment, type Experiment } from '../../core/experiment';
import type { EngineCalls, EngineListeners, OpenEngine } from '../engine-client';

export const fakeBackend: BackendReport = {
  name: 'wasm',
  choice: 'auto',
  reason: 'no GPU found',
  detail: 'A fake engine',
  softwareGraphics: true,
  available: ['wasm', 'cpu'],
  measured: null,
};

export type FakeOrder = readonly [order: string, ...given: unknown[]];

/** What it says when it is asked. */
type Answers = Partial<Pick<EngineCalls, 'decode' | 'encode' | 'testImages'>>;

export interface FakeEngine {
  readonly open: OpenEngine;
  /** Every order to every engine that was opened, oldest first. */
  readonly orders: FakeOrder[];
  /** How often an engine was opened, with the backend that was asked for. */
  readonly opened: string[];
  /** What `auto` was to go by, each time. */
  readonly measurements: (MeasurementWish | null)[];
  /** The report of every start and change of backend from now on. */
  reportFromNow(report: BackendReport): void;
  /** Questions are answered by these from now on; with null until then. */
  answerWith(answers: Answers): void;
  /** The run that was built last. */
  runId(): number;
  readonly emit: (event: TrainingEvent) => void;
  die(message?: string): void;
  /** What the next `open` rejects with. */
  refuseNext(message: string): void;
  disposed(): number;
}

export function createFakeEngine(): FakeEngine {
  const orders: FakeOrder[] = [];
  const opened: string[] = [];
  const measurements: (MeasurementWish | null)[] = [];
  let report = fakeBackend;
  let listeners: EngineListeners | null = null;
  let refusal: string | null = null;
  let answers: Answers = {};
  let disposed = 0;

  const note =
    <T>(name: string, answer: T) =>
    (...given: unknown[]): Promise<T> => {
      orders.push([name, ...given]);
      return Promise.resolve(answer);
    };

  const asked =
    <Given, Answer>(name: keyof Answers, answer: (given: Given) => Promise<Answer | null> | undefined) =>
    (given: Given): Promise<Answer | null> => {
      orders.push([name, given]);
      return answer(given) ?? Promise.resolve(null);
    };

  const calls: EngineCalls = {
    build: note('build', undefined),
    buildBeside: note('buildBeside', undefined),
    end: note('end', undefined),
    play: note('play', undefined),
    pause: note('pause', undefined),
    step: note('step', undefined),
    change: note('change', undefined),
    showOthers: note('showOthers', undefined),
    setFocus: note('setFocus', undefined),
    setDrawing: note('setDrawing', undefined),
    setSeen: note('setSeen', undefined),
    inspect: note('inspect', null),
    decode: asked('decode', (given) => answers.decode?.(given)),
    encode: asked('encode', (given) => answers.encode?.(given)),
    encodeTraining: note('encodeTraining', null),
    testImages: asked('testImages', (given) => answers.testImages?.(given)),
    retryData: note('retryData', undefined),
    countTensors: note('countTensors', 0),
    setBackend: (choice) => note('setBackend', report)(choice),
  };

  return {
    open(backend, given, measurement) {
      opened.push(backend);
      measurements.push(measurement);
      listeners = given;
      const why = refusal;
      refusal = null;
      return {
        calls,
        opened: why === null ? Promise.resolve(report) : Promise.reject(new Error(why)),
        dispose: () => disposed++,
      };
    },
    orders,
    opened,
    measurements,
    reportFromNow: (given) => (report = given),
    answerWith: (given) => (answers = given),
    runId: () => Number(orders.findLast(([name]) => name === 'build')?.[1] ?? 0),
    emit: (event) => listeners?.onEvent(event),
    die: (message = 'The worker has ended.') => listeners?.onDeath(message),
    refuseNext: (message) => (refusal = message),
    disposed: () => disposed,
  };
}

export function startedEvent(runId: number, experiment: Experiment = defaultExperiment): Started {
  return {
    type: 'started',
    runId,
    step: 0,
    experiment,
    sampleShape: [28, 28, 1],
    parameters: 438_560,
    trainCount: 60_000,
    testCount: 10_000,
    classNames: Array.from({ length: 10 }, (_, digit) => String(digit)),
  };
}

export function evaluationEvent(runId: number, patch: Partial<Evaluation> = {}): Evaluation {
  return {
    type: 'evaluation',
    runId,
    step: 0,
    scope: 'all',
    count: 10_000,
    loss: 0.23,
    terms: { reconstruction: patch.loss ?? 0.23 },
    mse: 0.231,
    inputMse: 0,
    medianMse: null,
    meanImageMse: 0.0673,
    ...patch,
  };
}

/** Batches up to `step`, of a reconstruction loss alone. */
export function progressEvent(runId: number, step: number, losses: readonly number[]): Progress {
  return {
    type: 'progress',
    runId,
    step,
    trainLosses: Float32Array.from(losses),
    trainTerms: { reconstruction: Float32Array.from(losses) },
    epoch: step / 469,
    imagesPerSecond: 7000,
  };
}

/** @param activeShare of each unit, `[codeSize]` */
export function codeStatisticsEvent(
  runId: number,
  activeShare: readonly number[],
  patch: Partial<CodeStatistics> = {},
): CodeStatistics {
  return {
    type: 'code-statistics',
    runId,
    step: 0,
    count: 10_000,
    threshold: 0.1,
    meanActivation: Float32Array.from(activeShare, (share) => share / 2),
    variance: Float32Array.from(activeShare, () => 0.01),
    activeShare: Float32Array.from(activeShare),
    kl: null,
    ...patch,
  };
}

/** Ten images of one grey each. */
export function snapshotEvent(runId: number, step = 0, experiment: Experiment = defaultExperiment): Snapshot {
  const pixels = 28 * 28;
  const greys = (shift: number) =>
    Float32Array.from({ length: 10 * pixels }, (_, i) => (Math.floor(i / pixels) + shift) / 12);
  const { boundaries } = networkPlan(experiment, [28, 28, 1]);
  return {
    type: 'snapshot',
    runId,
    step,
    experiment,
    indices: Uint32Array.from({ length: 10 }, (_, i) => 100 * i),
    labels: Uint16Array.from({ length: 10 }, (_, i) => i),
    original: greys(0),
    noisy: greys(1),
    reconstructed: greys(2),
    codes: Float32Array.from({ length: 10 * experiment.codeSize }, (_, i) => (i % 7) / 7),
    focus: { kind: 'sample', index: 0 },
    activations: boundaries.map((shape) => new Float32Array(widthOf(shape)).fill(0.5)),
  };
}
