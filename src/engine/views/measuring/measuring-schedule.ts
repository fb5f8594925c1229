// Decides what to measure next on the test set: a fixed subset often, the whole set (and the map of its codes) at the end of
// epochs and as time allows. The same weights are never measured twice, and a hidden map is not computed.
import type { Evaluation, View } from '../../../core/engine-api/looking';
import { pacer } from '../../actor/pacer';

export type Scope = Evaluation['scope'];
/** What the schedule decides on; the validation samples are measured after either. */
export type TestScope = Exclude<Scope, 'validation'>;

/**
 * When the whole test set is to be measured under new weights: whenever its turn comes, early (at the end of an epoch), or
 * before anything is trained on.
 */
export type Urgency = 'as-scheduled' | 'early' | 'at-once';

/** Input of a scheduling decision. */
export interface ScheduleInput {
  /** Whether training waits for the measurement, which is then limited to its share of the time. */
  readonly training: boolean;
  readonly mapIsSeen: boolean;
  readonly codesAreSeen: boolean;
  /** Time on the run's work clock. */
  readonly nowMs: number;
}

export class MeasuringSchedule {
  /** Increases whenever the weights, the noise or the loss change and earlier results become stale. */
  #version = 0;
  #measured: Record<TestScope, number> = { all: -1, subset: -1 };
  /** The version shown by the latest map. */
  #mapped = -1;
  /** The version of the codes sent last. */
  #codesSent = -1;
  #urgency: Urgency = 'at-once';
  /** An epoch over little data lasts less than a millisecond: not every one is measured at its end. */
  readonly #pacers = { subset: pacer(0.05, 500), all: pacer(0.08, 1500), early: pacer(0.2, 200) };

  get version(): number {
    return this.#version;
  }

  /** Marks all results as stale after a change of weights, noise or loss. */
  invalidate(urgency: Urgency): void {
    this.#version++;
    if (urgency === 'at-once' || this.#urgency === 'as-scheduled') this.#urgency = urgency;
  }

  /** Updates a map (or codes) that became stale while hidden as soon as possible. */
  setSeen(views: ReadonlySet<View>): void {
    const isStale = (view: View, version: number) => views.has(view) && version !== this.#measured.all;
    if (isStale('map', this.#mapped) || isStale('codes', this.#codesSent)) this.#urgency = 'at-once';
  }

  /** The scope to measure now; null when nothing is due. */
  next({ training, mapIsSeen, codesAreSeen, nowMs }: ScheduleInput): TestScope | null {
    const isDue = (pace: TestScope | 'early') => !training || this.#pacers[pace].due(nowMs);
    const isUrgent = this.#urgency === 'at-once' || (this.#urgency === 'early' && isDue('early'));
    const isComplete =
      this.#measured.all === this.#version &&
      (!mapIsSeen || this.#mapped === this.#version) &&
      (!codesAreSeen || this.#codesSent === this.#version);
    if (!isComplete && (isUrgent || isDue('all'))) return 'all';
    if (training && this.#measured.subset !== this.#version && isDue('subset')) return 'subset';
    return null;
  }

  /** Records a measurement started at `version`. One of the whole set covers the subset too. */
  noteMeasured(scope: TestScope, version: number, startedMs: number, nowMs: number): void {
    this.#measured[scope] = version;
    if (scope === 'all') {
      this.#measured.subset = version;
      this.#urgency = 'as-scheduled';
      this.#pacers.early.done(startedMs, nowMs);
    }
    this.#pacers[scope].done(startedMs, nowMs);
  }

  /** Records a measurement of the validation samples: its time counts as that of the often measured subset. */
  noteValidated(startedMs: number, nowMs: number): void {
    this.#pacers.subset.done(startedMs, nowMs);
  }

  noteMapped(): void {
    this.#mapped = this.#version;
  }

  noteCodesSent(): void {
    this.#codesSent = this.#version;
  }
}
