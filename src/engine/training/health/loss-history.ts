// Judges training by its batch losses: whether the weights are worth keeping, whether the network is ruined although every
// number is finite, and whether it has stopped learning. Finite is not healthy: at a learning rate of 1 a variational network
// settles at 10^9 times its initial loss.

/** Batches in a mean, enough to average out the variation between batches, which is about a tenth. */
const windowSteps = 20;
/** A checkpoint is worth keeping up to this multiple of the best loss. */
const nearBest = 1.5;
/** Above this multiple of the best loss the network has lost what it learned. */
const farAboveBest = 10;
/** Above this multiple of the untrained loss the network is worse than if it had learned nothing. */
const farAboveUntrained = 2;
/** Losses must stay high for this many consecutive steps; a spike is shorter. */
const patience = 50;
/** Below this share of the first loss nothing is ruined, whatever the best loss: near 0, noise can reach any ratio. */
const negligible = 0.05;
/** Steps without a better mean until training has reached a plateau. */
const plateauSteps = 200;
/** A mean must fall below this share of the best to count as better, so that noise does not. */
const improvement = 0.99;

/** The losses of one run, all under one objective: call `restart()` when it changes. */
export class LossHistory {
  /** Whether the next loss belongs to untrained weights. */
  #isUntrained: boolean;
  /** The loss before training; infinite when this history has not seen it. */
  #untrained = Infinity;
  #first: number | null = null;
  /** The latest losses, oldest first; at most `windowSteps`. */
  #recent: number[] = [];
  #best = Infinity;
  #highSteps = 0;
  #stepsWithoutGain = 0;
  #plateauBest = Infinity;

  /** @param isUntrained whether the first loss will belong to untrained weights */
  constructor(isUntrained: boolean) {
    this.#isUntrained = isUntrained;
  }

  /**
   * Adds the loss of one batch, computed before the update on it.
   * @returns whether losses have been far too high for so long that the network is ruined
   */
  add(loss: number): boolean {
    if (this.#first === null) {
      this.#first = loss;
      this.#best = loss;
    }
    if (this.#isUntrained) this.#untrained = loss;
    this.#isUntrained = false;
    this.#recent = [...this.#recent, loss].slice(-windowSteps);
    const mean = this.recentMean;
    if (mean !== null) this.#best = Math.min(this.#best, mean);
    const improves = mean !== null && mean < improvement * this.#plateauBest;
    if (improves) this.#plateauBest = mean;
    this.#stepsWithoutGain = improves ? 0 : this.#stepsWithoutGain + 1;
    this.#highSteps = loss > this.#limit() ? this.#highSteps + 1 : 0;
    return this.#highSteps >= patience;
  }

  /** Mean of the latest losses; null until there are enough. */
  get recentMean(): number | null {
    if (this.#recent.length < windowSteps) return null;
    return this.#recent.reduce((sum, loss) => sum + loss, 0) / windowSteps;
  }

  /**
   * Whether the current weights are worth rolling back to: there are enough losses to tell, their mean is near the best so far,
   * and it is no worse than that of untrained weights.
   */
  get isGood(): boolean {
    const mean = this.recentMean;
    return mean !== null && mean <= nearBest * this.#best && mean <= this.#untrained;
  }

  /** Whether the loss has not improved for a long time: time to check whether the network is dead. */
  get hasPlateaued(): boolean {
    return this.#stepsWithoutGain >= plateauSteps;
  }

  /** Starts counting towards a plateau again, after the network turned out to be alive. */
  restartPlateauCount(): void {
    this.#stepsWithoutGain = 0;
  }

  /** Training continues from other weights under the same objective: the best loss is kept. */
  resume(): void {
    this.#recent = [];
    this.#highSteps = 0;
    this.#stepsWithoutGain = 0;
    this.#plateauBest = Infinity;
  }

  /**
   * The objective, the data or the network changed: losses before and after are not comparable.
   * @param isUntrained whether the next loss will belong to untrained weights
   */
  restart(isUntrained: boolean): void {
    this.resume();
    this.#isUntrained = isUntrained;
    this.#untrained = Infinity;
    this.#first = null;
    this.#best = Infinity;
  }

  #limit(): number {
    const aboveBest = Math.max(farAboveBest * this.#best, negligible * (this.#first ?? Infinity));
    return Math.min(aboveBest, farAboveUntrained * this.#untrained);
  }
}
