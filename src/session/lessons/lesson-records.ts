// What a person has done of each lesson, kept in this browser: no account, and nobody else sees it.
import { isObject } from '../../core/plain/is-object';
import type { Lesson, Prediction, Results, Step } from '../../catalog/lessons/lesson';
import type { Experiment } from '../../core/experiment/experiment';
import type { RunId } from '../../core/run/stamp';

/** `helped`: the page did it. */
export type Outcome = 'self' | 'helped' | 'skipped';

export interface LessonRecord {
  /** The step to go on with; as many as there are steps: the lesson was read to its end. */
  readonly at: number;
  readonly predictions: Readonly<Record<string, Prediction>>;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly results: Results;
  /** When its end was reached first, milliseconds since 1970; null before. */
  readonly endedAt: number | null;
  /** The network that the lesson was left with; null: none that was trained. */
  readonly runId: RunId | null;
  readonly experiment: Experiment | null;
}

export type LessonRecords = Readonly<Record<string, LessonRecord>>;

export const newRecord: LessonRecord = {
  at: 0,
  predictions: {},
  outcomes: {},
  results: {},
  endedAt: null,
  runId: null,
  experiment: null,
};

/** Whether a step counts: what was skipped, or done by the page, does not. */
function counts(step: Step, place: number, { at, outcomes }: LessonRecord): boolean {
  return step.kind === 'do' ? outcomes[step.id] === 'self' : place < at;
}

/** How much of a lesson was done, in [0, 1]. */
export function progressOf({ steps }: Lesson, record: LessonRecord): number {
  return steps.filter((step, place) => counts(step, place, record)).length / steps.length;
}

/** Read to its end, with everything done by the person. */
export function isFinished(lesson: Lesson, record: LessonRecord): boolean {
  return record.endedAt !== null && progressOf(lesson, record) === 1;
}

const storageKey = 'hourglass-lessons';

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/** What is kept; what cannot be read is left out. */
export function readRecords(storage: Storage | null): LessonRecords {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(storageKey) ?? '{}');
    return isObject(kept) ? Object.fromEntries(Object.entries(kept).filter(isWhole)) : {};
  } catch {
    return {};
  }
}

export function keepRecords(storage: Storage | null, records: LessonRecords): void {
  try {
    storage?.setItem(storageKey, JSON.stringify(records));
  } catch {
    // Storage is denied or full: the records last as long as the page.
  }
}

function isWhole(entry: [string, unknown]): entry is [string, LessonRecord] {
  const [, kept] = entry;
  return (
    isObject(kept) &&
    Number.isInteger(kept['at']) &&
    [kept['predictions'], kept['outcomes'], kept['results']].every(isObject) &&
    (kept['endedAt'] === null || Number.isFinite(kept['endedAt']))
  );
}
