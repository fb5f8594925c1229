// Until when a run trains: a last step, a goal, or until it is paused.
import { isReachedBy, type Goal } from '../../../core/run/goal';
import type { Unstamped } from '../run-events';

export class Until {
  #lastStep = Infinity;
  #goal: Goal | null = null;

  set(lastStep = Infinity, goal: Goal | null = null): void {
    [this.#lastStep, this.#goal] = [lastStep, goal];
  }

  /** As `set` takes it. */
  get given(): [lastStep: number, goal: Goal | null] {
    return [this.#lastStep, this.#goal];
  }

  readonly lastStep = (): number => this.#lastStep;
  readonly lastEpoch = (): number => (this.#goal?.kind === 'epochs' ? this.#goal.value : Infinity);

  /** Whether what has just been observed is a measurement that reaches the goal. */
  isReachedBy(observed: readonly Unstamped[] | null): boolean {
    return observed?.some((event) => event.type === 'evaluation' && isReachedBy(this.#goal, event)) ?? false;
  }
}
