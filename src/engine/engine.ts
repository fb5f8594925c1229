// The engine: an actor. Orders come in at any time and are queued; one loop carries them out between two pieces of work,
// so that nothing ever touches a tensor while something else waits for one.
import * as tf from '@tensorflow/tfjs-core';
import type {
  BackendChoice,
  BackendReport,
  Checkpoint,
  EngineApi,
  EngineOptions,
  Failed,
  Focus,
  Stage,
  Stamp,
  TrainingEvent,
  View,
} from '../core/engine-api';
import type { Experiment, ExperimentPatch } from '../core/experiment';
import { decodeCodes, encodeImages } from './answers';
import { assertCanTrain } from './backends/can-train';
import { assertBackendAlive, causeOf, ContextLostError, WorkRefusedError } from './backends/lost';
import { DatasetSlot } from './dataset-slot';
import { EngineBackend } from './engine-backend';
import { initialCheckpoint } from './initial-weights';
import { holdLifeLock } from './life-lock';
import { nextTask } from './next-task';
import { OrderQueue } from './order-queue';
import { Runs } from './runs';
import { firstImages, imagesAt } from './test-set';
import { TrainingRun } from './training-run';

interface Build {
  runId: number;
  experiment: Experiment;
  checkpoint: Checkpoint | null;
  /** Not beside another run. */
  isMain: boolean;
}

/** The worker's side of the conversation. One per worker. */
export class Engine implements EngineApi {
  #emit: (event: TrainingEvent) => void = () => undefined;
  #running = false;
  readonly #backend = new EngineBackend({
    onMeasuring: (message) => {
      this.#stage('backend', message);
    },
    onFault: (error) => {
      this.#fail(error);
    },
  });
  #dataset: DatasetSlot | null = null;
  readonly #orders = new OrderQueue();
  readonly #runs = new Runs();
  /** The runs that were asked for and not ended since, whether they stand yet or not; the main one comes first. */
  #wanted: Build[] = [];
  /** Those that do not stand because their data set could not be opened. */
  #unopened: Build[] = [];
  /** Changes of a run that wait to be made, as one. */
  readonly #pendingPatches = new Map<number, ExperimentPatch>();

  async open(options: EngineOptions, onEvent: (event: TrainingEvent) => void): Promise<BackendReport> {
    await holdLifeLock(options.lifeLock);
    this.#emit = onEvent;
    this.#dataset = new DatasetSlot(options.baseUrl, onEvent, () => {
      this.#orders.wake();
    });
    this.#stage('backend', 'Looking for the fastest way to compute here');
    const report = await this.#backend.start(options.backend, options.measurement);
    this.#running = true;
    void this.#loop();
    return report;
  }

  setBackend(choice: BackendChoice): Promise<BackendReport> {
    return this.#orders.answer(async () => {
      const taken = await this.#runs.takeDown();
      this.#stage('backend', 'Changing the backend');
      const report = await this.#backend.start(choice);
      for (const { runId, checkpoint, isMain, playTo } of taken) {
        await this.#build({ runId, experiment: checkpoint.experiment, checkpoint, isMain });
        if (playTo !== null) this.#runs.find(runId)?.play(playTo);
      }
      return report;
    });
  }

  build(runId: number, experiment: Experiment, checkpoint: Checkpoint | null): Promise<void> {
    const build = { runId, experiment, checkpoint, isMain: true };
    this.#wanted = [build];
    this.#pendingPatches.clear();
    return this.#orders.answer(async () => {
      // A newer build is already waiting: this one would be thrown away.
      if (!this.#wanted.includes(build)) return;
      await this.#runs.endAll();
      this.#runs.showFirst();
      await this.#build(build);
    });
  }

  buildBeside(runId: number, experiment: Experiment, checkpoint: Checkpoint | null): Promise<void> {
    const [other] = this.#wanted;
    if (other && other.experiment.dataset !== experiment.dataset) {
      const [its, theirs] = [experiment.dataset, other.experiment.dataset];
      return Promise.reject(
        new Error(
          `Run ${runId} cannot be beside the others: it is on the data set "${its}", they are on "${theirs}".`,
        ),
      );
    }
    const build = { runId, experiment, checkpoint, isMain: false };
    this.#wanted.push(build);
    return this.#orders.answer(() => this.#buildIfWanted(build));
  }

  end(runId: number): void {
    this.#wanted = this.#wanted.filter((build) => build.runId !== runId);
    this.#pendingPatches.delete(runId);
    this.#orders.add(() => this.#runs.end(runId));
  }

  play(runId: number, lastStep?: number): void {
    this.#order(runId, (run) => {
      run.play(lastStep);
    });
  }

  pause(runId: number): void {
    this.#order(runId, (run) => run.pause('asked'));
  }

  step(runId: number): void {
    this.#order(runId, (run) => run.step());
  }

  change(runId: number, patch: ExperimentPatch): void {
    const waiting = this.#pendingPatches.get(runId);
    if (waiting) {
      Object.assign(waiting, patch);
      return;
    }
    const pending = { ...patch };
    this.#pendingPatches.set(runId, pending);
    this.#orders.add(async () => {
      if (this.#pendingPatches.get(runId) === pending) this.#pendingPatches.delete(runId);
      await this.#runs.find(runId)?.change(pending);
    });
  }

  showOthers(): void {
    this.#orders.add(() => {
      this.#runs.showOthers();
    });
  }

  setFocus(focus: Focus): void {
    this.#orders.add(() => {
      this.#runs.setFocus(focus);
    });
  }

  setDrawing(drawingId: number, pixels: Uint8Array | null): void {
    this.#orders.add(() => {
      this.#runs.setDrawing(pixels && { id: drawingId, pixels });
    });
  }

  setSeen(views: readonly View[]): void {
    this.#orders.add(() => {
      this.#runs.setSeen(views);
    });
  }

  inspect(index: number): ReturnType<EngineApi['inspect']> {
    return this.#orders.answer(async () => {
      const run = this.#runs.first;
      if (!run?.observer?.has(index)) return null;
      const { step } = run.network;
      return { ...(await run.observer.inspect(index)), runId: run.id, step };
    });
  }

  decode(codes: Float32Array): ReturnType<EngineApi['decode']> {
    return this.#ask(async ({ network }) => {
      const images = await decodeCodes(network, codes);
      return images && { images };
    });
  }

  encode(images: Float32Array): ReturnType<EngineApi['encode']> {
    return this.#ask(async ({ network }) => {
      const codes = await encodeImages(network, images);
      return codes && { codes };
    });
  }

  encodeTraining(count: number): ReturnType<EngineApi['encodeTraining']> {
    return this.#ask(async ({ network, dataset: { handle } }) => {
      const first = firstImages(handle.train, Math.min(count, handle.trainReady()));
      const codes = await encodeImages(network, first.images);
      return codes && { codes, labels: first.labels };
    });
  }

  async testImages(indices: Uint32Array): ReturnType<EngineApi['testImages']> {
    const answer = await this.#ask(({ dataset: { handle } }) =>
      Promise.resolve(handle.testReady() ? { images: imagesAt(handle.test, indices) } : null),
    );
    return answer && answer.images;
  }

  retryData(): void {
    this.#dataset?.retry();
    for (const build of this.#unopened.splice(0)) {
      this.#orders.add(() => this.#buildIfWanted(build));
    }
  }

  countTensors(): Promise<number> {
    return this.#orders.answer(() => Promise.resolve(tf.memory().numTensors));
  }

  /** Ends all runs and the loop; the data set's fetches are aborted. For tests: a worker is simply terminated. */
  dispose(): Promise<void> {
    return this.#orders.answer(async () => {
      await this.#runs.endAll();
      this.#dataset?.dispose();
      this.#running = false;
    });
  }

  async #loop(): Promise<void> {
    while (this.#running) {
      try {
        await this.#orders.carryOut();
        if (!(await this.#runs.work())) await this.#orders.sleep();
      } catch (error) {
        this.#fail(await causeOf(error));
      }
      await nextTask();
    }
  }

  /** A question to the main run, answered between two pieces of work; null when there is none to ask. */
  #ask<T extends object>(question: (run: TrainingRun) => Promise<T | null>): Promise<(T & Stamp) | null> {
    return this.#orders.answer(async () => {
      const run = this.#runs.first;
      const answer = run && (await question(run));
      assertBackendAlive();
      return answer && { ...answer, runId: run.id, step: run.network.step };
    });
  }

  /** An order for one run; dropped when there is no such run. */
  #order(runId: number, order: (run: TrainingRun) => Promise<void> | void): void {
    this.#orders.add(() => {
      const run = this.#runs.find(runId);
      return run ? order(run) : undefined;
    });
  }

  /** Tells the page what there was no time to find at the start. */
  async #tellBackends(): Promise<void> {
    const available = await this.#backend.findAll();
    if (available && this.#running) this.#emit({ type: 'backends-found', available });
  }

  async #buildIfWanted(build: Build): Promise<void> {
    if (this.#wanted.includes(build)) await this.#build(build);
  }

  async #build(build: Build): Promise<void> {
    const { runId, experiment, checkpoint, isMain } = build;
    this.#stage('data', 'Reading the data set', runId);
    const dataset = await this.#dataset?.open(experiment.dataset);
    if (!dataset) {
      this.#unopened.push(build);
      return;
    }
    const { train, test } = dataset.handle;
    this.#stage('network', 'Building the network', runId);
    const start = checkpoint ?? initialCheckpoint(experiment, train.shape);
    // a run of the same number is replaced
    await this.#runs.end(runId);
    assertCanTrain(experiment);
    const run = new TrainingRun(runId, start, dataset, this.#emit);
    this.#runs.add(run, isMain);
    this.#stage('warm-up', 'Warming up: compiling the training step', runId);
    await run.warmUp();
    this.#emit({
      type: 'started',
      runId,
      step: run.network.step,
      experiment,
      sampleShape: train.shape,
      parameters: run.network.parameters,
      trainCount: train.count,
      testCount: test.count,
      classNames: train.classNames,
    });
    this.#stage('ready', 'Ready', runId);
    void this.#tellBackends();
  }

  #stage(stage: Stage['stage'], message: string, runId = this.#wanted[0]?.runId ?? 0): void {
    this.#emit({ type: 'stage', runId, stage, message });
  }

  /** Something broke that the worker cannot mend: it says so once and stops. */
  #fail(error: unknown): void {
    if (!this.#running) return;
    this.#running = false;
    const kind = kindOf(error);
    if (kind !== 'context-lost') console.error(error);
    this.#emit({
      type: 'failed',
      runId: this.#wanted[0]?.runId ?? 0,
      kind,
      fatal: true,
      message: error instanceof Error ? error.message : String(error),
    });
  }
}

function kindOf(error: unknown): Failed['kind'] {
  if (error instanceof ContextLostError) return 'context-lost';
  return error instanceof WorkRefusedError ? 'refused' : 'internal';
}
