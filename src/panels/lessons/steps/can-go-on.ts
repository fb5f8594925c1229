// Whether a step of a lesson is done, or over.
import type { Step } from '../../../catalog/lessons/lesson';
import type { LessonRecord, Outcome } from '../../../session/lessons/lesson-records';

/** Whether what is to be done was done, by the person or by the page. */
export function isDone(outcome: Outcome | undefined): outcome is 'self' | 'helped' {
  return outcome !== undefined && outcome !== 'skipped';
}

/** What is to be done is done or skipped, what is asked is answered. */
export function canGoOn({ kind, id }: Step, { outcomes, predictions }: LessonRecord): boolean {
  if (kind === 'do') return outcomes[id] !== undefined;
  return kind !== 'predict' || predictions[id] !== undefined;
}
