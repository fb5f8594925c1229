// One run in the worker: a network, its data and its observer. `work()` does one short slice of work (a pull of the training
// loop, or an update of a view), so that commands run in between.
import { changeBetween, measuredSettings } from '../../core/experiment/change';
import type { Paused } from '../../core/engine-api/events';
import type { Checkpoint } from '../../core/run/checkpoint';
import type { Experiment, ExperimentPatch } from '../../core/experiment/experiment';
import { assertBackendAlive } from '../backends/lost';
import type { OpenDataset } from '../dataset/dataset-slot';
import { Network } from '../network/network';
import type { ViewState } from '../views/view-contract';
import { Observer } from '../views/observer';
import type { Divergence } from './health/divergence';
import { EarlyStopping } from './health/early-stopping';
import { RunHealth } from './health/run-health';
import { ProgressLog } from './progress-log';
import type { Emit, Unstamped } from './run-events';
import { runFacts, DataNews } from './run-facts';
import { resize } from '../network/surgery/surgery';
import { train, type TrainingData } from './loop/train';
import { PullLength } from './loop/pull-length';
import { trainingData } from './loop/training-data';
import { Until } from './loop/until';
import { warmUp } from './loop/warm-up';
import { workClock } from '../actor/work-clock';
import type { RunId } from '../../core/run/stamp';

/** Owns the network's tensors: `dispose()` when done. */
export class TrainingRun {
  readonly id: RunId;
  #network: Network;
  #observer: Observer | null = null;
  #training: ReturnType<typeof train> | null = null;
  /** Whether training stops after the next step. */
  #stepping = false;
  readonly until = new Until();
  readonly pulls = new PullLength();
  #waitingFor = 0;
  readonly #health: RunHealth;
  readonly #progress = new ProgressLog();
  readonly #clock = workClock();
  readonly #stopping: EarlyStopping;
  readonly dataset: OpenDataset;
  readonly #data: TrainingData;
  readonly #dataNews: DataNews;
  readonly #emit: Emit;

  constructor(id: RunId, checkpoint: Checkpoint, dataset: OpenDataset, emit: Emit) {
    this.id = id;
    this.dataset = dataset;
    this.#emit = emit;
    this.#health = new RunHealth(checkpoint, dataset);
    this.#stopping = new EarlyStopping(checkpoint, dataset, (best) => this.#send(best));
    const { train: samples } = dataset.handle;
    this.#network = new Network(checkpoint, samples.shape, samples.count);
    this.#data = trainingData(dataset, checkpoint.experiment.seed, this.until, this.pulls);
    this.#dataNews = new DataNews(dataset);
  }

  get network(): Network {
    return this.#network;
  }

  get observer(): Observer | null {
    return this.#observer;
  }

  /** Whether it trains until paused or until its last step. */
  get training(): boolean {
    return this.#training !== null && !this.#stepping;
  }

  /** Compiles the shaders and kernels of a training step; the weights do not change. */
  warmUp(): Promise<void> {
    return warmUp(this.#network, this.#data.train);
  }

  /** Starts the observer once the test images have arrived. */
  observe(shown: ViewState): void {
    if (this.#observer || !this.dataset.handle.testReady()) return;
    this.#observer = new Observer(() => this.#network, this.dataset, shown, this.#clock);
  }

  /** Trains until paused, or up to step `lastStep` or the goal; at or beyond either the run pauses at once. */
  play(...until: Parameters<Until['set']>): void {
    this.until.set(...until);
    this.#training ??= train(this.#network, this.#data);
    this.#stepping = false;
    this.#waitingFor = 0;
  }

  async pause(reason: Exclude<Paused['reason'], 'waiting'>): Promise<void> {
    await this.#stopTraining();
    this.#reportProgress(true);
    this.#observer?.invalidate('at-once');
    this.#send({ type: 'paused', step: this.#network.step, reason });
    await this.#takeCheckpoint();
  }

  /** Trains exactly one step, once its images have arrived. */
  async step(): Promise<void> {
    await this.#stopTraining();
    this.play();
    this.#stepping = true;
    await this.#pull();
  }

  /** Everything needed to continue elsewhere. Reports the pending steps first. */
  async checkpoint(): Promise<Checkpoint> {
    this.#reportProgress(true);
    return this.#stopping.stamp(await this.#network.checkpoint());
  }

  /**
   * Applies a live or surgical change.
   * @throws Error for a change that needs a new run
   */
  async change(patch: ExperimentPatch): Promise<void> {
    const from = this.#network.experiment;
    const to: Experiment = { ...from, ...patch };
    const kind = changeBetween(from, to);
    if (kind === 'none') return;
    if (kind === 'rebuild') throw new Error('this change rebuilds the network and needs a new run');
    this.#reportProgress(true);
    if (kind === 'surgical') await this.#resize(to);
    else this.#network.applyLive(to);
    this.#health.noteChange(patch, this.#network.step);
    this.#stopping.noteChange(patch);
    if (measuredSettings.some((setting) => setting in patch)) this.#observer?.invalidate();
    this.#send({
      type: 'changed',
      step: this.#network.step,
      patch,
      experiment: to,
      ...runFacts(this.#network, this.dataset),
    });
  }

  async #resize(to: Experiment): Promise<void> {
    const resizeTo = (checkpoint: Checkpoint) => resize(checkpoint, to, this.#network.shape);
    const resized = resizeTo(await this.#network.checkpoint());
    assertBackendAlive();
    const [training, stepping] = [this.#training !== null, this.#stepping];
    await this.#stopTraining();
    this.#network.dispose();
    this.#network = this.#network.rebuild(resized);
    this.#health.noteResize(resized, resizeTo);
    if (training) this.play(...this.until.given);
    this.#stepping = stepping;
  }

  /** Does one short slice of work (a checkpoint is one of its own); false when idle until the next command or data. */
  work(): Promise<boolean> {
    return this.#clock.during(() => this.#work());
  }

  async #work(): Promise<boolean> {
    const news = this.#dataNews.next(this.#network);
    if (news?.type === 'subset-counted') this.#observer?.invalidate();
    if (news) return this.#sendAll([news]);
    if (this.#waitingFor > this.#data.ready())
      return this.#sendAll((await this.#observer?.work(false)) ?? null);
    // Who presses Train waits for the first step, not for the measurement of untrained weights.
    const isToBegin = this.training && !this.#progress.hasSteps;
    const observed = isToBegin ? null : ((await this.#observer?.work(this.training)) ?? null);
    if (this.#sendAll(observed)) {
      if (this.training && this.until.isReachedBy(observed)) await this.pause('finished');
      return true;
    }
    if (!this.#training && !this.#health.isChanged) return false;
    if (!this.#training || this.#health.isDue(this.#network)) await this.#takeCheckpoint();
    else await this.#pull();
    return true;
  }

  /** Pulls the training loop once. */
  async #pull(): Promise<void> {
    const epochBefore = this.#network.epoch;
    const startedAt = performance.now();
    const result = await this.#training?.next();
    const trainMs = performance.now() - startedAt;
    assertBackendAlive();
    if (!result) return;
    if (result.done) return this.pause('finished');
    if (result.value.kind === 'waiting') {
      this.#waitingFor = result.value.needs;
      this.#reportProgress(true);
      this.#send({ type: 'paused', step: this.#network.step, reason: 'waiting' });
      return;
    }
    const divergence = await this.#health.judge(this.#network, result.value);
    if (divergence) return this.#rollBack(divergence);
    this.#progress.add({ ...result.value, trainMs }, this.#network.experiment.batchSize, performance.now());
    const isNewEpoch = Math.floor(this.#network.epoch) > Math.floor(epochBefore);
    this.#observer?.invalidate(isNewEpoch ? 'early' : 'as-scheduled');
    const isToStop = isNewEpoch && (await this.#stopping.judge(this.#network));
    if (this.#stepping) await this.pause('stepped');
    else if (isToStop) await this.pause('no-better');
    else this.#reportProgress(false);
  }

  async #rollBack(divergence: Divergence): Promise<void> {
    await this.#stopTraining();
    this.#health.restore(this.#network);
    this.#stopping.noteRestored(this.#network);
    this.#progress.discard();
    this.#observer?.invalidate('at-once');
    this.#send({ type: 'diverged', ...divergence, restoredStep: this.#network.step });
    // The page may hold a later checkpoint, taken from weights that were already failing.
    await this.#takeCheckpoint();
  }

  async #stopTraining(): Promise<void> {
    await this.#training?.return();
    this.#training = null;
    this.#stepping = false;
    this.#progress.resetSpeed();
  }

  #reportProgress(atOnce: boolean): void {
    const report = this.#progress.take(atOnce, performance.now());
    if (report)
      this.#send({ type: 'progress', step: this.#network.step, epoch: this.#network.epoch, ...report });
  }

  async #takeCheckpoint(): Promise<void> {
    const isTaken = await this.#health.takeCheckpoint(this.#network, (taken) => {
      this.#emit({ type: 'checkpoint', runId: this.id, checkpoint: this.#stopping.stamp(taken) });
    });
    // The loss belongs to the weights before the update, so it can be finite when they no longer are.
    if (!isTaken) await this.#rollBack({ step: this.#network.step, cause: 'weights' });
  }

  #sendAll(observed: Unstamped[] | null): boolean {
    for (const event of observed ?? []) this.#send(event);
    return observed !== null;
  }

  /** Sends an event of this run, unless the backend was lost: its results are worthless then. */
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
