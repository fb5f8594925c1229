// How long a pull of the training loop may take. Nothing is answered during one, so pulls are short while somebody draws.

/** Reading losses back waits for the steps queued on the backend, so it is done seldom. */
export const usualPullMs = 40;
/** Half a frame: an answer then reaches the next frame or the one after. */
const attendedMs = 8;
/** Whoever has drawn is taken to go on for so long. */
const attentionMs = 1000;

export class PullLength {
  readonly #now: () => number;
  #attendedAt = -Infinity;

  /** @param now clock in ms */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Somebody draws. */
  attend(): void {
    this.#attendedAt = this.#now();
  }

  /** In ms. */
  readonly next = (): number => (this.#now() - this.#attendedAt < attentionMs ? attendedMs : usualPullMs);
}
