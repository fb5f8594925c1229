// What the page says of a goal. Pure.
import { plural, t } from '@lingui/core/macro';
import { countText, durationText, epochText, lossText, significantText } from '../../../core/number-text';
import type { Goal } from '../../../core/run/goal/goal';
import type { Run } from '../../runs/run';
import { progressOf } from './goals';

/** `5 epochs`, `60 s of training`, `a test MSE of 0.02` */
function goalName({ kind, value }: Goal): string {
  if (kind === 'epochs') {
    const count = countOf(value);
    return plural(value, { one: `${count} epoch`, other: `${count} epochs` });
  }
  if (kind === 'seconds') return t`${{ value: countOf(value) }} s of training`;
  return t`a test MSE of ${{ value: significantText(value, 4) }}`;
}

function countOf(value: number): string {
  return Number.isInteger(value) ? countText(value) : significantText(value, 4);
}

/** Of a run that has paused at its goal. */
export function reachedText(goal: Goal, run: Run): { message: string; detail: string } {
  const { seconds } = progressOf(run);
  // The name of a goal in seconds says it.
  const isSaid = seconds === null || goal.kind === 'seconds';
  const name = goalName(goal);
  const step = countText(run.step);
  const place = goal.kind === 'epochs' ? step : t`${step} (epoch ${{ epoch: epochText(run.epoch) }})`;
  const message = isSaid
    ? t`Goal reached: ${name}. Training paused at step ${place}.`
    : t`Goal reached: ${name}. Training paused at step ${place}, after ${{ duration: durationText(seconds) }} of training.`;
  const goesOn = t`Press Train to continue past it.`;
  if (goal.kind !== 'testMse') {
    return { message, detail: goesOn };
  }
  const measured = run.testAll?.evaluation;
  if (!measured) return { message, detail: goesOn };
  const mse = lossText(measured.mse);
  const error = t`It is ${mse}, measured on the whole test set (${{ count: countText(measured.count) }}).`;
  return { message, detail: `${error} ${goesOn}` };
}

/** How far a run is: `2.4 of 5 epochs`. Null while nothing is known of that. */
export function progressText(goal: Goal, run: Run): string | null {
  const { seconds } = progressOf(run);
  if (goal.kind === 'epochs') return t`${{ epoch: epochText(run.epoch) }} of ${{ goal: goalName(goal) }}`;
  if (goal.kind === 'seconds') {
    return seconds === null
      ? null
      : t`${{ seconds: countText(Math.floor(seconds)) }} of ${{ value: countOf(goal.value) }} s`;
  }
  const mse = run.testAll?.evaluation.mse;
  return mse === undefined
    ? null
    : t`test MSE ${{ mse: lossText(mse) }}, goal ${{ value: significantText(goal.value, 4) }}`;
}

/** How much of the way it has come, in [0, 1]; null where the way has no length, as down to an error. */
export function progressShare(goal: Goal, run: Run): number | null {
  const { seconds } = progressOf(run);
  if (goal.kind === 'testMse') return null;
  return Math.min(1, (goal.kind === 'epochs' ? run.epoch : (seconds ?? 0)) / goal.value);
}
