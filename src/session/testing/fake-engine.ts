// For tests only: an engine without a network, that notes the commands it gets and says what the test tells it to say.
import { digitsInfo } from '../../core/samples/testing/digits-info';
import type { BackendReport, MeasurementWish } from '../../core/engine-api/backend';
import type { Progress, Started, TrainingEvent } from '../../core/engine-api/events';
import type { CodeStatistics, Evaluation } from '../../core/engine-api/looking';
import { defaultExperiment } from '../../core/experiment/experiment';
import type { Failure } from '../../core/failure';
import type { EngineCalls, EngineListeners, OpenEngine } from '../engine/engine-client';
import type { RunId } from '../../core/run/stamp';

export const fakeBackend: BackendReport = {
  name: 'wasm',
  choice: 'auto',
  reason: { code: 'backend.no-gpu', simd: true },
  notes: [{ code: 'note.cpu' }],
  softwareGraphics: true,
  available: ['wasm', 'cpu'],
  measured: null,
};

export type FakeCommand = readonly [command: string, ...given: unknown[]];

type Asked =
  | 'inspect'
  | 'decode'
  | 'encode'
  | 'testImages'
  | 'mapTestImages'
  | 'recording'
  | 'reconstruct'
  | 'redraw'
  | 'generate'
  | 'scoreSets'
  | 'scoreSamples'
  | 'traceStep'
  | 'traceSample'
  | 'lookAtUnit'
  | 'turnUnit'
  | 'layerActivations';
/** What it says when it is asked. */
type Answers = Partial<Pick<EngineCalls, Asked>>;

export interface FakeEngine {
  readonly open: OpenEngine;
  /** Every command to every engine that was opened, oldest first. */
  readonly commands: FakeCommand[];
  /** How often an engine was opened, with the backend that was asked for. */
  readonly opened: string[];
  /** What `auto` was to go by, each time. */
  readonly measurements: (MeasurementWish | null)[];
  /** The report of every start and change of backend from now on. */
  reportFromNow(report: BackendReport): void;
  /** Questions are answered by these from now on; with null until then. */
  answerWith(answers: Answers): void;
  /** The run that was built last. */
  runId(): RunId;
  readonly emit: (event: TrainingEvent) => void;
  die(message?: Failure): void;
  /** What the next `open` rejects with. */
  refuseNext(message: string): void;
  /** What every `open` rejects with from now on. */
  refuseAlways(message: string): void;
  /** What is opened opens again, after `refuseAlways`. */
  openAgain(): void;
  /** Every `open` hangs from now on, until `hangNoMore`. */
  hangAlways(): void;
  hangNoMore(): void;
  /** A change of backend is never answered from now on. */
  keepBusy(): void;
  /** What every `build` rejects with from now on, though the engine is well. */
  refuseBuilds(message: string): void;
  disposed(): number;
}

const never = () => new Promise<never>(() => undefined);

export function createFakeEngine(): FakeEngine {
  const commands: FakeCommand[] = [];
  const opened: string[] = [];
  const measurements: (MeasurementWish | null)[] = [];
  let report = fakeBackend;
  let listeners: EngineListeners | null = null;
  let refusal: string | null = null;
  let lastingRefusal: string | null = null;
  let buildRefusal: string | null = null;
  let hangs = false;
  let isBusy = false;
  let answers: Answers = {};
  let disposed = 0;

  const note =
    <T>(name: string, answer: T) =>
    (...given: unknown[]): Promise<T> => {
      commands.push([name, ...given]);
      return Promise.resolve(answer);
    };

  const asked = <Name extends keyof Answers>(name: Name) =>
    ((...given: unknown[]) => {
      commands.push([name, ...given]);
      const answer = answers[name] as ((...given: unknown[]) => Promise<unknown>) | undefined;
      return answer?.(...given) ?? Promise.resolve(null);
    }) as EngineCalls[Name];

  const calls: EngineCalls = {
    build(...given) {
      commands.push(['build', ...given]);
      return buildRefusal === null ? Promise.resolve() : Promise.reject(new Error(buildRefusal));
    },
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
    inspect: asked('inspect'),
    decode: asked('decode'),
    encode: asked('encode'),
    reconstruct: asked('reconstruct'),
    redraw: asked('redraw'),
    generate: asked('generate'),
    encodeTraining: note('encodeTraining', null),
    testImages: asked('testImages'),
    mapTestImages: asked('mapTestImages'),
    recording: asked('recording'),
    scoreSets: asked('scoreSets'),
    scoreSamples: asked('scoreSamples'),
    lookAtUnit: asked('lookAtUnit'),
    turnUnit: asked('turnUnit'),
    layerActivations: asked('layerActivations'),
    cancelLayerActivations: note('cancelLayerActivations', undefined),
    cancelScores: note('cancelScores', undefined),
    traceStep: asked('traceStep'),
    traceSample: asked('traceSample'),
    lend: note('lend', undefined),
    retryData: note('retryData', undefined),
    countTensors: note('countTensors', 0),
    setBackend: (choice) => (isBusy ? never() : note('setBackend', report)(choice)),
  };

  return {
    open(backend, given, measurement) {
      opened.push(backend);
      measurements.push(measurement);
      listeners = given;
      const why = refusal ?? lastingRefusal;
      refusal = null;
      return {
        calls,
        opened: hangs ? never() : why === null ? Promise.resolve(report) : Promise.reject(new Error(why)),
        dispose: () => disposed++,
      };
    },
    commands,
    opened,
    measurements,
    reportFromNow: (given) => (report = given),
    answerWith: (given) => (answers = given),
    runId: () => (commands.findLast(([name]) => name === 'build')?.[1] ?? '') as RunId,
    emit: (event) => listeners?.onEvent(event),
    die: (message = { code: 'worker.ended' }) => listeners?.onDeath(message),
    refuseNext: (message) => (refusal = message),
    refuseAlways: (message) => (lastingRefusal = message),
    openAgain: () => (lastingRefusal = null),
    hangAlways: () => (hangs = true),
    hangNoMore: () => (hangs = false),
    keepBusy: () => (isBusy = true),
    refuseBuilds: (message) => (buildRefusal = message),
    disposed: () => disposed,
  };
}

export function startedEvent(runId: RunId, experiment = defaultExperiment, dataset = digitsInfo): Started {
  return {
    type: 'started',
    runId,
    step: 0,
    experiment,
    dataset,
    parameters: 438_560,
    trainCount: 60_000,
    testCount: 10_000,
  };
}

export function evaluationEvent(runId: RunId, patch: Partial<Evaluation> = {}): Evaluation {
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
export function progressEvent(runId: RunId, step: number, losses: readonly number[]): Progress {
  return {
    type: 'progress',
    runId,
    step,
    trainLosses: Float32Array.from(losses),
    trainTerms: { reconstruction: Float32Array.from(losses) },
    epoch: step / 469,
    trainMs: 10 * losses.length,
    imagesPerSecond: 7000,
  };
}

/** @param activeShare of each unit, `[codeSize]` */
export function codeStatisticsEvent(
  runId: RunId,
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
