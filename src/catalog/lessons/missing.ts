// What is still missing before a step counts, in words: from the live state, so that nobody is stuck without knowing why.
import { plural, t } from '@lingui/core/macro';
import type { DoStep } from './lesson';
import type { LessonState } from './lesson-state';

/** What a step still needs; null: it is done. */
export function missingOf(step: DoStep, state: LessonState): string | null {
  return step.needs?.(state) ?? (step.trainFor === undefined ? null : missingTraining(step.trainFor, state));
}

/** Whether a step only waits for training to get as far as it asks for: then training pauses. */
export function hasTrainedEnough(step: DoStep, state: LessonState): boolean {
  const { trainFor } = step;
  return trainFor !== undefined && (step.needs?.(state) ?? null) === null && state.stepsAsIs >= trainFor;
}

function missingTraining(steps: number, { stepsAsIs, isTraining, test }: LessonState): string | null {
  const left = steps - stepsAsIs;
  if (left > 0 && isTraining) {
    return plural(left, { one: 'Training: # step to go.', other: 'Training: # steps to go.' });
  }
  if (left > 0 && stepsAsIs === 0) {
    return plural(steps, { one: 'Press Train: it takes # step.', other: 'Press Train: it takes # steps.' });
  }
  if (left > 0) {
    return plural(left, { one: 'Train for # more step.', other: 'Train for # more steps.' });
  }
  if (isTraining) return t`Training is about to pause.`;
  return test === null ? t`The network is being measured on the test set.` : null;
}

/** @param where what the view is called */
export function missingPlace(state: LessonState, place: string, where: string): string | null {
  return state.place === place ? null : t`Open ${where}.`;
}

/** That a setting has another value than it needs. */
export function missingValue(is: string, needed: string): string {
  return t({
    message: `It is ${is} now; it needs to be ${needed}.`,
    comment: 'Of a setting. Both are values or names of choices, such as 16 and 2.',
  });
}
