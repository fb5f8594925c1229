// Decides whether a run is healthy, and keeps the checkpoint to roll back to. Every checkpoint goes to the page, in case the
// worker is lost, but a run rolls back only to a good one: its losses are near the best so far and its network is alive. The
// initial weights count as good without evidence.
import type { ExperimentPatch, Setting } from '../../../core/experiment/experiment';
import type { Checkpoint } from '../../../core/run/checkpoint';
import type { Terms } from '../../../core/run/objective-terms';
import { pacer } from '../../actor/pacer';
import { assertBackendAlive } from '../../backends/lost';
import type { OpenDataset } from '../../dataset/dataset-slot';
import type { Network } from '../../network/network';
import { findDeadLayer, type DeadLayer } from './dead-layer';
import { diagnoseLoss, hasFiniteWeights, type Divergence } from './divergence';
import { LossHistory } from './loss-history';

/** Half a percent of the time, at most every second: where that would be seldom, every five seconds all the same. */
const [cheapShare, cheapMs, anyMs] = [0.005, 1000, 5000];

/** A dead network rolls back to a checkpoint only if its loss was below this share of the loss when dead. */
const betterThanDead = 0.9;

/** Settings that change the course of training but not the meaning of the loss. */
const rates: readonly Setting[] = [
  'learningRate',
  'optimizer',
  'schedule',
  'scheduleEpochs',
  'weightDecay',
  'gradientClip',
  'batchSize',
];

interface GoodCheckpoint {
  checkpoint: Checkpoint;
  /** Mean of the losses before it; null where they are not comparable. */
  loss: number | null;
}

export class RunHealth {
  /** The initial weights of the run. */
  #start: Checkpoint;
  #lastGood: GoodCheckpoint;
  /** Step of the latest checkpoint, good or not. */
  #takenAt: number;
  #isChanged = false;
  readonly #dataset: OpenDataset;
  readonly #history: LossHistory;
  readonly #pacers = [pacer(cheapShare, cheapMs), pacer(0.5, anyMs)];

  /** @param start the checkpoint that the run starts from */
  constructor(start: Checkpoint, dataset: OpenDataset) {
    this.#start = start;
    this.#lastGood = { checkpoint: start, loss: null };
    this.#takenAt = start.step;
    this.#dataset = dataset;
    this.#history = new LossHistory(start.step === 0);
  }

  /**
   * Adds the losses of the latest batches.
   * @returns the first sign that training has failed, or null
   */
  async judge(
    network: Network,
    { losses, terms }: { losses: ArrayLike<number>; terms: Terms<ArrayLike<number>> },
  ): Promise<Divergence | null> {
    for (let batch = 0; batch < losses.length; batch++) {
      const loss = losses[batch] ?? Number.NaN;
      const step = network.step - losses.length + batch;
      const cause = diagnoseLoss(loss, terms, batch);
      if (cause) return { step, cause };
      if (this.#history.add(loss)) return { step, cause: 'high-loss' };
    }
    if (!this.#history.hasPlateaued) return null;
    this.#history.restartPlateauCount();
    const layer = await this.#deadLayer(network);
    if (!layer) return null;
    this.#dropIfNoBetter();
    return { step: network.step, cause: `dead-${layer}` };
  }

  /** Null, too, while the test images have not arrived. */
  async #deadLayer(network: Network): Promise<DeadLayer | null> {
    if (!this.#dataset.handle.testReady()) return null;
    const test = this.#dataset.testSet();
    const layer = await findDeadLayer(network, test);
    test.release();
    return layer;
  }

  /** Discards the last good checkpoint if its loss was no better than that of the dead network: it was already dying. */
  #dropIfNoBetter(): void {
    const { loss } = this.#lastGood;
    const { recentMean } = this.#history;
    if (loss === null || recentMean === null || loss < betterThanDead * recentMean) return;
    this.#lastGood = { checkpoint: this.#start, loss: null };
  }

  /** Whether a checkpoint is due: every few seconds, and as soon as the first good one is available. */
  isDue({ step }: Network): boolean {
    const isFirstGood = this.#lastGood.checkpoint === this.#start && this.#history.isGood;
    // A checkpoint without a new step would only delay the next.
    return (
      step > this.#takenAt && (isFirstGood || this.#pacers.some((pacer) => pacer.due(performance.now())))
    );
  }

  /** A trained network was changed after the latest checkpoint: a paused run takes one when it has nothing else to do. */
  get isChanged(): boolean {
    return this.#isChanged;
  }

  /**
   * Takes a checkpoint of the network and sends it. The cost of sending counts for the pacing.
   * @returns false when the weights are not finite; such a checkpoint is neither kept nor sent
   */
  async takeCheckpoint(network: Network, send: (checkpoint: Checkpoint) => void): Promise<boolean> {
    const startedMs = performance.now();
    this.#isChanged = false;
    const checkpoint = await network.checkpoint();
    assertBackendAlive();
    if (!hasFiniteWeights(checkpoint)) return false;
    this.#takenAt = checkpoint.step;
    if (this.#history.isGood && (await this.#deadLayer(network)) === null) {
      this.#lastGood = { checkpoint, loss: this.#history.recentMean };
    }
    send(checkpoint);
    for (const pacer of this.#pacers) pacer.done(startedMs, performance.now());
    return true;
  }

  /** Adapts to a live change made at `step`. */
  noteChange(patch: ExperimentPatch, step: number): void {
    this.#isChanged = step > 0;
    const settings = Object.keys(patch) as Setting[];
    if (settings.every((setting) => rates.includes(setting))) return;
    this.#history.restart(step === 0);
    this.#lastGood = { ...this.#lastGood, loss: null };
  }

  /**
   * Adapts to a resized network.
   * @param resized its checkpoint, which becomes the one to roll back to if training was going well
   * @param resize resizes the kept checkpoints in the same way
   */
  noteResize(resized: Checkpoint, resize: (checkpoint: Checkpoint) => Checkpoint): void {
    const isStart = this.#lastGood.checkpoint === this.#start;
    this.#start = resize(this.#start);
    const old = () => (isStart ? this.#start : resize(this.#lastGood.checkpoint));
    this.#lastGood = { checkpoint: this.#history.isGood ? resized : old(), loss: null };
    this.#history.restart(resized.step === 0);
  }

  /** Restores the network from the last good checkpoint. */
  restore(network: Network): void {
    network.restore(this.#lastGood.checkpoint);
    this.#takenAt = network.step;
    this.#history.resume();
  }
}
