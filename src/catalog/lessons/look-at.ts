// What of the page a step of a lesson is about.
import type { Lesson, Target } from './lesson';

/** What is to be seen while a step is read. A lesson that opens with words alone shows what it comes to first. Null: nothing. */
export function lookAtOf({ steps }: Lesson, at: number): Target | null {
  const lookAt = steps[at]?.lookAt;
  if (lookAt !== undefined || at > 0) return lookAt ?? null;
  for (const step of steps) {
    const first = step.lookAt ?? (step.kind === 'do' ? step.target : undefined);
    if (first !== undefined) return first;
  }
  return null;
}
