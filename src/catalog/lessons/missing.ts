// What is still missing before a step counts, in words: from the live state, so that nobody is stuck without knowing why.
import { plural, t } from '@lingui/core/macro';
import type { DoStep } from './lesson';
import type { LessonState } from './lesson-state';

/** What a step still needs; null: it is done. */
export function missingOf(step: DoStep, state: LessonState): string | null {
  const training = step.trainFor === undefined ? null : missingTraining(step.trainFor, state);
  return step.needs?.(state) ?? training ?? step.waits?.(state) ?? null;
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
