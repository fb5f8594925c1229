// One run in the worker: a network, its data, and whoever watches it. `work()` does one short piece (a pull of the
// training loop, or something for the views), so that the engine hears orders in between.
import { changeBetween, measuredSettings } from '../core/change';
import type { Checkpoint, Diverged, Paused, TermId, TrainingEvent } from '../core/engine-api';
import type { Experiment, ExperimentPatch } from '../core/experiment';
import { assertBackendAlive } from './backends/lost';
import type { OpenDataset } from './dataset-slot';
import { Network } from './network';
import { disposeObjective } from './objective';
import type { Observed, Shown } from './observed';
import { Observer } from './observer';
import { pacer } from './pacer';
import { ProgressLog } from './progress-log';
import { sampleOrder } from './sample-order';
import { resize } from './surgery';
import { train, type TrainingData, type TrainingStep } from './train';
import { disposeBatch, trainingBatch } from './training-batch';
import { workClock } from './work-clock';

const checkpointEveryMs = 5000;

type Training = AsyncGenerator<TrainingStep, void, void>;

/** Owns the network's tensors: `dispose()` when done. */
export class TrainingRun {
  readonly id: number;
  #network: Network;
  #observer: Observer | null = null;
  #training: Training | null = null;
  /** Training ends with the next step. */
  #stepping = false;
  #lastStep = Infinity;
  #waitingFor = 0;
  #lastGood: Checkpoint;
  readonly #progress = new ProgressLog();
  readonly #clock = workClock();
  readonly #checkpoints = pacer(0.5, checkpointEveryMs);
  readonly #dataset: OpenDataset;
  readonly #data: TrainingData;
  readonly #emit: (event: TrainingEvent) => void;

  constructor(
    id: number,
    checkpoint: Checkpoint,
    dataset: OpenDataset,
    emit: (event: TrainingEvent) => void,
  ) {
    this.id = id;
    this.#dataset = dataset;
    this.#emit = emit;
    this.#lastGood = checkpoint;
    const { train: samples, manifest, trainReady } = dataset.handle;
    this.#network = new Network(checkpoint, samples.shape, samples.count);
    const shards = manifest.train.shards.map(({ count }) => count);
    this.#data = {
      train: samples,
      order: sampleOrder(shards, checkpoint.experiment.seed),
      ready: trainReady,
      lastStep: () => this.#lastStep,
    };
  }

  get network(): Network {
    return this.#network;
  }

  get dataset(): OpenDataset {
    return this.#dataset;
  }

  get observer(): Observer | null {
    return this.#observer;
  }

  /** Whether it trains until paused, or until its last step. */
  get training(): boolean {
    return this.#training !== null && !this.#stepping;
  }

  /** The step that training stops at; infinite when it does not stop by itself. */
  get lastStep(): number {
    return this.#lastStep;
  }

  /** Compiles the shaders and kernels of a training step, leaving the weights as they were. */
  async warmUp(): Promise<void> {
    const before = await this.#network.checkpoint();
    const { experiment, step } = this.#network;
    // the first image, whether it has arrived or is still black
    const batch = trainingBatch(this.#data.train, new Uint32Array(experiment.batchSize), experiment, step);
    const made = this.#network.trainOn(batch);
    await made.total.data();
    disposeObjective(made);
    disposeBatch(batch);
    this.#network.restore(before);
  }

  /** Begins to watch, once the test images are there. */
  observe(shown: Shown): void {
    if (this.#observer || !this.#dataset.handle.testReady()) return;
    this.#observer = new Observer(() => this.#network, this.#dataset, shown, this.#clock);
  }

  /** Trains until paused, or until `lastStep` steps have been made in all; a run that has made them pauses at once. */
  play(lastStep = Infinity): void {
    this.#lastStep = lastStep;
    this.#training ??= train(this.#network, this.#data);
    this.#stepping = false;
    this.#waitingFor = 0;
  }

  async pause(reason: Exclude<Paused['reason'], 'waiting'>): Promise<void> {
    await this.#stopTraining();
    this.#reportProgress(true);
    this.#observer?.changed(true);
    this.#send({ type: 'paused', step: this.#network.step, reason });
    await this.#takeCheckpoint();
  }

  /** One step exactly: the first of a training loop. If its images have not arrived, it is made when they have. */
  async step(): Promise<void> {
    await this.#stopTraining();
    this.play();
    this.#stepping = true;
    await this.#pull();
  }

  /** Everything needed to go on elsewhere; the steps that led there are reported first. */
  checkpoint(): Promise<Checkpoint> {
    this.#reportProgress(true);
    return this.#network.checkpoint();
  }

  /** Applies a live or surgical change; one that would rebuild is not for a run but for a new one. */
  async change(patch: ExperimentPatch): Promise<void> {
    const from = this.#network.experiment;
    const to: Experiment = { ...from, ...patch };
    const kind = changeBetween(from, to);
    if (kind === 'none') return;
    if (kind === 'rebuild') throw new Error('a change that rebuilds needs a new run');
    this.#reportProgress(true);
    if (kind === 'surgical') await this.#resize(to);
    else this.#network.applyLive(to);
    if (measuredSettings.some((setting) => setting in patch)) this.#observer?.changed();
    this.#send({
      type: 'changed',
      step: this.#network.step,
      patch,
      experiment: to,
      parameters: this.#network.parameters,
    });
  }

  async #resize(to: Experiment): Promise<void> {
    const resized = resize(await this.#network.checkpoint(), to, this.#network.shape);
    assertBackendAlive();
    const [training, stepping] = [this.#training !== null, this.#stepping];
    await this.#stopTraining();
    this.#network.dispose();
    this.#network = this.#network.resized(resized);
    this.#lastGood = resized;
    if (training) this.play(this.#lastStep);
    this.#stepping = stepping;
  }

  /** One short piece of what there is to do. False: nothing until an order or data comes. */
  work(): Promise<boolean> {
    return this.#clock.during(() => this.#work());
  }

  async #work(): Promise<boolean> {
    if (this.#waitingFor > this.#data.ready()) {
      const observed = await this.#observer?.work(false);
      return this.#sendAll(observed ?? null);
    }
    if (this.#sendAll((await this.#observer?.work(this.training)) ?? null)) return true;
    if (!this.#training) return false;
    await this.#pull();
    // One without a step, while training waits for data, would only put off the next.
    const hasMoved = this.#network.step !== this.#lastGood.step;
    if (hasMoved && this.#checkpoints.due(performance.now())) await this.#takeCheckpoint();
    return true;
  }

  /** Pulls the training loop once. */
  async #pull(): Promise<void> {
    const epochBefore = this.#epoch();
    const result = await this.#training?.next();
    assertBackendAlive();
    if (!result) return;
    if (result.done) {
      await this.pause('finished');
      return;
    }
    if (result.value.kind === 'waiting') {
      this.#waitingFor = result.value.needs;
      this.#reportProgress(true);
      this.#send({ type: 'paused', step: this.#network.step, reason: 'waiting' });
      return;
    }
    const { losses, terms } = result.value;
    const spoiled = losses.findIndex((loss) => !Number.isFinite(loss));
    if (spoiled >= 0) {
      const cause = (Object.keys(terms) as TermId[]).find((id) => !Number.isFinite(terms[id]?.[spoiled]));
      await this.#goBack(this.#network.step - losses.length + spoiled, cause ?? 'weights');
      return;
    }
    this.#progress.add({ losses, terms }, this.#network.experiment.batchSize, performance.now());
    this.#observer?.changed(Math.floor(this.#epoch()) > Math.floor(epochBefore));
    if (this.#stepping) await this.pause('stepped');
    else this.#reportProgress(false);
  }

  /** Back to the last weights with which the loss was finite; it was not with those of step `divergedAt`. */
  async #goBack(divergedAt: number, cause: Diverged['cause']): Promise<void> {
    await this.#stopTraining();
    this.#network.restore(this.#lastGood);
    this.#progress.forget();
    this.#observer?.changed(true);
    this.#send({ type: 'diverged', step: divergedAt, restoredStep: this.#network.step, cause });
  }

  async #stopTraining(): Promise<void> {
    await this.#training?.return();
    this.#training = null;
    this.#stepping = false;
    this.#progress.rest();
  }

  #epoch(): number {
    return this.#network.samplesSeen / this.#data.train.count;
  }

  #reportProgress(atOnce: boolean): void {
    const made = this.#progress.take(atOnce, performance.now());
    if (made) this.#send({ type: 'progress', step: this.#network.step, epoch: this.#epoch(), ...made });
  }

  async #takeCheckpoint(): Promise<void> {
    const startedMs = performance.now();
    const checkpoint = await this.#network.checkpoint();
    assertBackendAlive();
    // A loss is of the weights before its update, which may have spoiled them: then there is nothing to keep.
    if (!checkpoint.weights.every((weight) => weight.every(Number.isFinite))) {
      await this.#goBack(checkpoint.step, 'weights');
      return;
    }
    this.#lastGood = checkpoint;
    this.#emit({ type: 'checkpoint', runId: this.id, checkpoint });
    this.#checkpoints.done(startedMs, performance.now());
  }

  #sendAll(observed: Observed[] | null): boolean {
    observed?.forEach((event) => {
      this.#send(event);
    });
    return observed !== null;
  }

  /** Sends an event of this run; nothing computed on a lost backend goes out. */
  #send(event: Unstamped): void {
    assertBackendAlive();
    this.#emit({ ...event, runId: this.id });
  }

  async dispose(): Promise<void> {
    await this.#stopTraining();
    await this.#observer?.dispose();
    this.#network.dispose();
  }
}

/** An event of a run without its id; distributes over the union. */
type Unstamped = TrainingEvent extends infer E
  ? E extends { runId: number }
    ? Omit<E, 'runId'>
    : never
  : never;
