// The engine: an actor. Orders come in at any time and are queued; one loop carries them out between two pieces of work,
// so that nothing ever touches a tensor while something else waits for one.
import * as tf from '@tensorflow/tfjs-core';
import type {
  BackendChoice,
  BackendReport,
  Checkpoint,
  EngineApi,
  EngineOptions,
  Focus,
  Stage,
  TrainingEvent,
} from '../core/engine-api';
import type { Experiment, ExperimentPatch } from '../core/experiment';
import { sampleSize } from '../core/samples';
import { ContextLostError, probeCapabilities, startBackend } from './backend';
import { DatasetSlot } from './dataset-slot';
import { initialCheckpoint } from './initial-weights';
import { holdLifeLock } from './life-lock';
import { nextTask } from './next-task';
import type { Drawing } from './observed';
import { TrainingRun } from './training-run';

interface Build {
  runId: number;
  experiment: Experiment;
  checkpoint: Checkpoint | null;
}

/** The worker's side of the conversation. One per worker. */
export class Engine implements EngineApi {
  #emit: (event: TrainingEvent) => void = () => undefined;
  #orders: (() => Promise<void> | void)[] = [];
  #wake: () => void = () => undefined;
  #running = false;
  #run: TrainingRun | null = null;
  #dataset: DatasetSlot | null = null;
  #latestBuild: Build | null = null;
  #pendingPatch: { runId: number; patch: ExperimentPatch } | null = null;
  #focus: Focus | null = null;
  #drawing: Drawing | null = null;

  async open(options: EngineOptions, onEvent: (event: TrainingEvent) => void): Promise<BackendReport> {
    await holdLifeLock(options.lifeLock);
    this.#emit = onEvent;
    this.#dataset = new DatasetSlot(options.baseUrl, onEvent, () => {
      this.#wake();
    });
    this.#stage('backend', 'Looking for the fastest way to compute here');
    const report = await this.#startBackend(options.backend);
    this.#running = true;
    void this.#loop();
    return report;
  }

  setBackend(choice: BackendChoice): Promise<BackendReport> {
    return this.#answer(async () => {
      const run = this.#run;
      const checkpoint = run ? await run.checkpoint() : null;
      const training = run?.training ?? false;
      await this.#endRun();
      this.#stage('backend', 'Changing the backend');
      const report = await this.#startBackend(choice);
      if (run && checkpoint) {
        await this.#build({ runId: run.id, experiment: checkpoint.experiment, checkpoint });
        if (training) this.#run?.play();
      }
      return report;
    });
  }

  build(runId: number, experiment: Experiment, checkpoint: Checkpoint | null): Promise<void> {
    const build = { runId, experiment, checkpoint };
    this.#latestBuild = build;
    this.#pendingPatch = null;
    return this.#answer(async () => {
      // A newer build is already waiting: this one would be thrown away.
      if (this.#latestBuild === build) await this.#build(build);
    });
  }

  play(runId: number): void {
    this.#order(runId, (run) => {
      run.play();
    });
  }

  pause(runId: number): void {
    this.#order(runId, (run) => run.pause('asked'));
  }

  step(runId: number): void {
    this.#order(runId, (run) => run.step());
  }

  change(runId: number, patch: ExperimentPatch): void {
    if (this.#pendingPatch?.runId === runId) {
      Object.assign(this.#pendingPatch.patch, patch);
      return;
    }
    const pending = { runId, patch: { ...patch } };
    this.#pendingPatch = pending;
    this.#order(runId, async (run) => {
      if (this.#pendingPatch === pending) this.#pendingPatch = null;
      await run.change(pending.patch);
    });
  }

  showOthers(): void {
    this.#enqueue(() => this.#run?.observer?.showOthers());
  }

  setFocus(focus: Focus): void {
    this.#focus = focus;
    this.#enqueue(() => {
      if (this.#isShowable(focus)) this.#run?.observer?.setFocus(focus);
    });
  }

  setDrawing(drawingId: number, pixels: Uint8Array | null): void {
    this.#drawing = pixels && { id: drawingId, pixels };
    this.#enqueue(() => {
      this.#run?.observer?.setDrawing(this.#fittingDrawing());
    });
  }

  inspect(index: number): ReturnType<EngineApi['inspect']> {
    return this.#answer(async () => {
      const run = this.#run;
      if (!run?.observer?.has(index)) return null;
      const { step } = run.network;
      return { ...(await run.observer.inspect(index)), runId: run.id, step };
    });
  }

  retryData(): void {
    if (this.#dataset?.retry() || !this.#latestBuild) return;
    const { runId, experiment, checkpoint } = this.#latestBuild;
    void this.build(runId, experiment, checkpoint);
  }

  countTensors(): Promise<number> {
    return this.#answer(() => Promise.resolve(tf.memory().numTensors));
  }

  /** Ends the run and the loop; the data set's fetches are aborted. For tests: a worker is simply terminated. */
  dispose(): Promise<void> {
    return this.#answer(async () => {
      await this.#endRun();
      this.#dataset?.dispose();
      this.#running = false;
    });
  }

  async #loop(): Promise<void> {
    while (this.#running) {
      try {
        for (let order = this.#orders.shift(); order; order = this.#orders.shift()) await order();
        this.#run?.observe(this.#focus, this.#fittingDrawing());
        if (!(await this.#run?.work())) await this.#sleepUntilWoken();
      } catch (error) {
        this.#fail(error);
      }
      await nextTask();
    }
  }

  #sleepUntilWoken(): Promise<void> {
    if (this.#orders.length > 0) return Promise.resolve();
    return new Promise((resolve) => (this.#wake = resolve));
  }

  #enqueue(order: () => Promise<void> | void): void {
    this.#orders.push(order);
    this.#wake();
  }

  #order(runId: number, order: (run: TrainingRun) => Promise<void> | void): void {
    this.#enqueue(() => (this.#run?.id === runId ? order(this.#run) : undefined));
  }

  /** An order with an answer. */
  #answer<T>(order: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#enqueue(async () => {
        try {
          resolve(await order());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
          throw error;
        }
      });
    });
  }

  async #startBackend(choice: BackendChoice): Promise<BackendReport> {
    const capabilities = await probeCapabilities(() => {
      if (tf.getBackend() === 'webgl') this.#fail(new ContextLostError());
    });
    return startBackend(choice, capabilities);
  }

  async #build({ runId, experiment, checkpoint }: Build): Promise<void> {
    await this.#endRun();
    this.#stage('data', 'Reading the data set', runId);
    const dataset = await this.#dataset?.open(experiment.dataset);
    if (!dataset) return;
    this.#stage('network', 'Building the network', runId);
    const start = checkpoint ?? initialCheckpoint(experiment, dataset.train.shape);
    const run = new TrainingRun(runId, start, dataset, this.#emit);
    this.#run = run;
    this.#stage('warm-up', 'Warming up: compiling the training step', runId);
    await run.warmUp();
    this.#emit({
      type: 'started',
      runId,
      step: run.network.step,
      experiment,
      sampleShape: dataset.train.shape,
      parameters: run.network.parameters,
      trainCount: dataset.train.count,
      testCount: dataset.test.count,
      classNames: dataset.train.classNames,
    });
    this.#stage('ready', 'Ready', runId);
  }

  /** The drawing, if it has the size of a sample of the data set in use. */
  #fittingDrawing(): Drawing | null {
    const shape = this.#run?.network.shape;
    return shape && this.#drawing?.pixels.length === sampleSize(shape) ? this.#drawing : null;
  }

  #isShowable(focus: Focus): boolean {
    return focus.kind === 'drawing' || (this.#run?.observer?.has(focus.index) ?? false);
  }

  async #endRun(): Promise<void> {
    const run = this.#run;
    this.#run = null;
    await run?.dispose();
  }

  #stage(stage: Stage['stage'], message: string, runId = this.#latestBuild?.runId ?? 0): void {
    this.#emit({ type: 'stage', runId, stage, message });
  }

  /** Something broke that the worker cannot mend: it says so once and stops. */
  #fail(error: unknown): void {
    if (!this.#running) return;
    this.#running = false;
    const lost = error instanceof ContextLostError;
    if (!lost) console.error(error);
    this.#emit({
      type: 'failed',
      runId: this.#run?.id ?? 0,
      kind: lost ? 'context-lost' : 'internal',
      fatal: true,
      message: error instanceof Error ? error.message : String(error),
    });
  }
}
