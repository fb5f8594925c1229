// Whether a step of a lesson is over.
import type { Step } from '../../../catalog/lessons/lesson';
import type { LessonRecord } from '../../../session/lessons/lesson-records';

/** What is to be done is done or skipped, what is asked is answered. */
export function canGoOn({ kind, id }: Step, { outcomes, predictions }: LessonRecord): boolean {
  if (kind === 'do') return outcomes[id] !== undefined;
  return kind !== 'predict' || predictions[id] !== undefined;
}
