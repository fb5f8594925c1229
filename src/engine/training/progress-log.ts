// Losses since the last progress report, and the training speed.
import type { Progress } from '../../core/engine-api/events';
import { mapTerms, type Terms } from '../../core/run/objective-terms';

const reportEveryMs = 100;
const throughputWindowMs = 1500;

/** The numbers of each step of one pull, `[steps]` each. */
interface Steps {
  losses: Float32Array;
  /** What computing them took. */
  trainMs: number;
  terms: Terms<Float32Array>;
}

/** Collects the results of one run's training loop. */
export class ProgressLog {
  #unreported: Steps[] = [];
  #reportedAt = -Infinity;
  /** Whether the run has made any step here. */
  hasSteps = false;
  #pulls: { atMs: number; images: number }[] = [];

  /** Adds the result of a pull. All pulls between two reports must have the same objective. */
  add(steps: Steps, batchSize: number, nowMs: number): void {
    this.hasSteps = true;
    this.#unreported.push(steps);
    this.#pulls.push({ atMs: nowMs, images: steps.losses.length * batchSize });
  }

  /** The next report; null when there is nothing new or it is too early. `atOnce` ignores the interval. */
  take(
    atOnce: boolean,
    nowMs: number,
  ): Pick<Progress, 'trainLosses' | 'trainTerms' | 'trainMs' | 'imagesPerSecond'> | null {
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
      trainMs: pulls.reduce((sum, { trainMs }) => sum + trainMs, 0),
      imagesPerSecond: this.#imagesPerSecond(nowMs),
    };
  }

  /** Discards the unreported steps. */
  discard(): void {
    this.#unreported = [];
  }

  /** Restarts the speed measurement, for a run that pauses. */
  resetSpeed(): void {
    this.#pulls = [];
  }

  /** Over the last 1.5 s (or the last two pulls, if those are slower), including all other work. */
  #imagesPerSecond(nowMs: number): number {
    const recent = this.#pulls.filter(({ atMs }) => nowMs - atMs < throughputWindowMs);
    this.#pulls = recent.length >= 2 ? recent : this.#pulls.slice(-2);
    const [first, ...rest] = this.#pulls;
    if (!first || rest.length === 0) return 0;
    const images = rest.reduce((sum, pull) => sum + pull.images, 0);
    return (1000 * images) / (nowMs - first.atMs);
  }
}
