// The engine: an actor. Commands arrive at any time and are queued; one loop runs them between two slices of work, so that
// nothing touches a tensor while something else waits for one.
import * as tf from '@tensorflow/tfjs-core';
import type { BackendChoice, BackendReport } from '../core/engine-api/backend';
import type { TrainingEvent } from '../core/engine-api/events';
import type { Focus, View } from '../core/engine-api/looking';
import type { StageMessage } from '../core/engine-api/messages';
import type { EngineApi } from '../core/engine-api/running';
import type { Experiment, ExperimentPatch } from '../core/experiment/experiment';
import { failureOf } from '../core/failure';
import { holdLifeLock } from '../core/browser/life-lock';
import type { Checkpoint } from '../core/run/checkpoint';
import type { RunId, Stamp } from '../core/run/stamp';
import { CommandQueue } from './actor/command-queue';
import { nextTask } from './actor/next-task';
import { PendingPatches } from './actor/pending-patches';
import { Answering } from './answering';
import { EngineBackend } from './backends/choice/engine-backend';
import { assertBackendAlive, findCause, failureKind } from './backends/lost';
import { Sources } from '../data/sources/sources';
import { DatasetSlot } from './dataset/dataset-slot';
import { RunBuilder, type RunCommand, type RunRequest } from './training/run-builder';
import { Runs } from './training/runs';
import type { TrainingRun } from './training/training-run';

/** How often the page hears that a backend is still being started: a worker that hangs says nothing. */
const tellEveryMs = 2000;

/** The worker's side of the conversation. One per worker. */
export class Engine extends Answering implements EngineApi {
  #emit: (event: TrainingEvent) => void = () => undefined;
  #running = false;
  #backendStage: StageMessage = { code: 'stage.choosing-backend' };
  readonly #backend = new EngineBackend({
    onMeasuring: (backend) => this.#reportBackendStage({ code: 'stage.measuring-backend', backend }),
    onFault: (error) => this.#fail(error),
  });
  #dataset: DatasetSlot | null = null;
  readonly #commands = new CommandQueue();
  readonly #runs = new Runs();
  readonly #builder = new RunBuilder({
    runs: this.#runs,
    openDataset: (id) => this.#dataset?.open(id) ?? Promise.resolve(null),
    emit: (event) => this.#emit(event),
  });
  readonly #pendingPatches = new PendingPatches();

  /** Loads what `open` will probably need, before anybody calls it. */
  prepare(): Promise<void> {
    return this.#backend.prepare();
  }

  async open(...[options, onEvent, askPage]: Parameters<EngineApi['open']>): Promise<BackendReport> {
    await holdLifeLock(options.lifeLock);
    this.#emit = onEvent;
    this.#dataset = new DatasetSlot(new Sources(options.baseUrl, askPage), onEvent, () =>
      this.#commands.wake(),
    );
    // Beside the backend; what goes wrong with it is reported, and a build tries again.
    if (options.dataset) void this.#dataset.open(options.dataset).catch(() => undefined);
    this.#reportBackendStage({ code: 'stage.choosing-backend' });
    const telling = setInterval(() => this.#reportBackendStage(this.#backendStage), tellEveryMs);
    const report = await this.#backend
      .start(options.backend, options.measurement)
      .finally(() => clearInterval(telling));
    this.#running = true;
    void this.#loop();
    return report;
  }

  setBackend(choice: BackendChoice): Promise<BackendReport> {
    return this.#commands.answer(async () => {
      this.#reportBackendStage({ code: 'stage.changing-backend' });
      const suspended = await this.#runs.suspendAll();
      for (const { runId, playTo, checkpoint } of suspended) {
        this.#emit({ type: 'checkpoint', runId, checkpoint: structuredClone(checkpoint) });
        if (playTo !== null) this.#builder.defer(runId, (run) => run.play(...playTo));
      }
      const report = await this.#backend.start(choice);
      // Building can take minutes; the page learns before it what the runs are built on.
      this.#commands.add(async () => {
        for (const { runId, checkpoint, isMain } of suspended) {
          const request = { runId, experiment: checkpoint.experiment, checkpoint, isMain };
          if (this.#builder.isRequested(runId)) await this.#build(request);
        }
      });
      return report;
    });
  }

  build(runId: RunId, experiment: Experiment, checkpoint: Checkpoint | null): Promise<void> {
    const request = this.#builder.request({ runId, experiment, checkpoint });
    this.#pendingPatches.dropAll();
    return this.#commands.answer(async () => {
      // A newer request is waiting, so this run would be discarded at once.
      if (!this.#builder.isCurrent(request)) return;
      await this.#runs.endAll();
      this.#runs.showFirst();
      await this.#build(request);
    });
  }

  async buildBeside(runId: RunId, experiment: Experiment, checkpoint: Checkpoint | null): Promise<void> {
    const request = this.#builder.requestBeside({ runId, experiment, checkpoint });
    await this.#commands.answer(() => this.#buildIfCurrent(request));
  }

  end(runId: RunId): void {
    this.#builder.withdraw(runId);
    this.#pendingPatches.drop(runId);
    this.#commands.add(() => this.#runs.end(runId));
  }

  play(...[runId, ...until]: Parameters<EngineApi['play']>): void {
    this.#command(runId, (run) => run.play(...until));
  }

  pause(runId: RunId): void {
    this.#command(runId, (run) => run.pause('asked'));
  }

  step(runId: RunId): void {
    this.#command(runId, (run) => run.step());
  }

  change(runId: RunId, patch: ExperimentPatch): void {
    const pending = this.#pendingPatches.add(runId, patch);
    if (!pending) return;
    this.#commands.add(async () => {
      this.#pendingPatches.take(runId, pending);
      await this.#deliver(runId, (run) => run.change(pending));
    });
  }

  showOthers(): void {
    this.#commands.add(() => this.#runs.showOthers());
  }

  setFocus(focus: Focus): void {
    this.#commands.add(() => this.#runs.setFocus(focus));
  }

  setDrawing(drawingId: number, pixels: Uint8Array | Float32Array | null): void {
    this.#commands.add(() => this.#runs.setDrawing(pixels && { id: drawingId, pixels }));
  }

  setSeen(views: readonly View[]): void {
    this.#commands.add(() => this.#runs.setSeen(views));
  }

  lend(...lent: Parameters<EngineApi['lend']>): void {
    this.#dataset?.lend(...lent);
  }

  retryData(): void {
    this.#dataset?.retry();
    const waiting = this.#builder.takeUnopened();
    waiting.forEach((request) => this.#commands.add(() => this.#buildIfCurrent(request)));
  }

  countTensors(): Promise<number> {
    return this.#commands.answer(() => Promise.resolve(tf.memory().numTensors));
  }

  /** Ends all runs and the loop and aborts the fetches. For tests: the page just terminates the worker. */
  dispose(): Promise<void> {
    return this.#commands.answer(async () => {
      await this.#runs.endAll();
      this.#dataset?.dispose();
      this.#running = false;
    });
  }

  async #loop(): Promise<void> {
    while (this.#running) {
      try {
        await this.#commands.runAll();
        if (!(await this.#runs.work())) await this.#commands.sleep();
      } catch (error) {
        this.#fail(await findCause(error));
      }
      await nextTask();
    }
  }

  /** Asks one run a question between two slices of work; null when there is no such run. */
  protected ask<T extends object>(
    runId: RunId,
    question: (run: TrainingRun) => Promise<T | null>,
  ): Promise<(T & Stamp) | null> {
    return this.#commands.answer(async () => {
      const run = this.#runs.find(runId);
      const answer = run && (await question(run));
      assertBackendAlive();
      return answer && { ...answer, runId: run.id, step: run.network.step };
    });
  }

  #command(runId: RunId, command: RunCommand): void {
    this.#commands.add(() => this.#deliver(runId, command));
  }

  /** Queues a command for a run. If the run waits for its data, the command waits too; without such a run it is dropped. */
  async #deliver(runId: RunId, command: RunCommand): Promise<void> {
    const run = this.#runs.find(runId);
    if (run) await command(run);
    else this.#builder.defer(runId, command);
  }

  async #reportBackends(): Promise<void> {
    const available = await this.#backend.findAll();
    if (available && this.#running) this.#emit({ type: 'backends-found', available });
  }

  async #buildIfCurrent(request: RunRequest): Promise<void> {
    if (this.#builder.isCurrent(request)) await this.#build(request);
  }

  async #build(request: RunRequest): Promise<void> {
    await this.#builder.build(request);
    const run = this.#runs.find(request.runId);
    if (!run) return;
    for (const command of this.#builder.takeDeferred(run.id)) await command(run);
    void this.#reportBackends();
  }

  #reportBackendStage(message: StageMessage): void {
    this.#backendStage = message;
    this.#emit({ type: 'stage', runId: this.#builder.firstRunId, stage: 'backend', message });
  }

  /** Reports an unrecoverable failure once, and stops. */
  #fail(error: unknown): void {
    if (!this.#running) return;
    this.#running = false;
    const [kind, runId] = [failureKind(error), this.#builder.firstRunId];
    if (kind !== 'context-lost') console.error(error);
    this.#emit({ type: 'failed', runId, kind, fatal: true, message: failureOf(error) });
  }
}
