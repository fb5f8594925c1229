// What training brought since the page was last told, and how fast it goes.
import type { Progress, Terms } from '../core/engine-api';
import { mapTerms } from '../core/terms';

const reportEveryMs = 100;
const throughputWindowMs = 1500;

/** The numbers of the steps of one pull, `[steps]` each. */
interface Steps {
  losses: Float32Array;
  terms: Terms<Float32Array>;
}

/** Collects what the pulls of one run's training loop bring. */
export class ProgressLog {
  #unreported: Steps[] = [];
  #reportedAt = -Infinity;
  #pulls: { atMs: number; images: number }[] = [];

  /** Notes what a pull brought. All that is noted between two reports is of one objective. */
  add(steps: Steps, batchSize: number, nowMs: number): void {
    this.#unreported.push(steps);
    this.#pulls.push({ atMs: nowMs, images: steps.losses.length * batchSize });
  }

  /** What is to be told now; null when there is nothing, or not yet. `atOnce`: without waiting for its time. */
  take(
    atOnce: boolean,
    nowMs: number,
  ): Pick<Progress, 'trainLosses' | 'trainTerms' | 'imagesPerSecond'> | null {
    const [first] = this.#unreported;
    if (!first || (!atOnce && nowMs - this.#reportedAt < reportEveryMs)) return null;
    this.#reportedAt = nowMs;
    const pulls = this.#unreported.splice(0);
    const join = (arrays: readonly Float32Array[]) =>
      Float32Array.from(arrays.flatMap((array) => [...array]));
    return {
      trainLosses: join(pulls.map(({ losses }) => losses)),
      trainTerms: mapTerms(first.terms, (_, id) =>
        join(pulls.map(({ terms }) => terms[id] ?? new Float32Array(0))),
      ),
      imagesPerSecond: this.#imagesPerSecond(nowMs),
    };
  }

  /** What was not told yet is void. */
  forget(): void {
    this.#unreported = [];
  }

  /** Training stopped: its speed is measured anew when it goes on. */
  rest(): void {
    this.#pulls = [];
  }

  /** Over the last second and a half (the last two pulls, where they are slower), what else was done included. */
  #imagesPerSecond(nowMs: number): number {
    const recent = this.#pulls.filter(({ atMs }) => nowMs - atMs < throughputWindowMs);
    this.#pulls = recent.length >= 2 ? recent : this.#pulls.slice(-2);
    const [first, ...rest] = this.#pulls;
    if (!first || rest.length === 0) return 0;
    const images = rest.reduce((sum, pull) => sum + pull.images, 0);
    return (1000 * images) / (nowMs - first.atMs);
  }
}
