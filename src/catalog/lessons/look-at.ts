// What of the page a step of a lesson is about.
import type { Lesson, Target } from './lesson';

/** What is to be seen while a step is read. A lesson that opens with words alone shows what it speaks of first. Null: nothing. */
export function lookAtOf({ steps }: Lesson, at: number): Target | null {
  const lookAt = steps[at]?.lookAt;
  if (lookAt !== undefined || at > 0) return lookAt ?? null;
  return steps.find((step) => step.lookAt !== undefined)?.lookAt ?? null;
}
