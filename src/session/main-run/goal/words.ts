// What the page says of a goal. Pure.
import { countText, durationText, epochText, lossText, significantText } from '../../../core/number-text';
import type { Goal } from '../../../core/run/goal/goal';
import type { Run } from '../../runs/run';
import { progressOf } from './goals';

/** `5 epochs`, `60 s of training`, `a test MSE of 0.02` */
function goalName({ kind, value }: Goal): string {
  if (kind === 'epochs') return `${countOf(value)} ${value === 1 ? 'epoch' : 'epochs'}`;
  if (kind === 'seconds') return `${countOf(value)} s of training`;
  return `a test MSE of ${significantText(value, 4)}`;
}

function countOf(value: number): string {
  return Number.isInteger(value) ? countText(value) : significantText(value, 4);
}

/** Of a run that has paused at its goal. */
export function reachedText(goal: Goal, run: Run): { message: string; detail: string } {
  const { seconds } = progressOf(run);
  // The name of a goal in seconds says it.
  const isSaid = seconds === null || goal.kind === 'seconds';
  const took = isSaid ? '' : `, after ${durationText(seconds)} of training`;
  const epochs = goal.kind === 'epochs' ? '' : ` (epoch ${epochText(run.epoch)})`;
  const message = `Goal reached: ${goalName(goal)}. Training paused at step ${countText(run.step)}${epochs}${took}.`;
  if (goal.kind !== 'testMse') {
    return { message, detail: 'Train goes on past it.' };
  }
  const measured = run.testAll?.evaluation;
  const error = measured
    ? `It is ${lossText(measured.mse)}, measured on the whole test set (${countText(measured.count)}). `
    : '';
  return { message, detail: `${error}Train goes on past it.` };
}

/** How far a run is: `2.4 of 5 epochs`. Null while nothing is known of that. */
export function progressText(goal: Goal, run: Run): string | null {
  const { seconds } = progressOf(run);
  if (goal.kind === 'epochs') return `${epochText(run.epoch)} of ${goalName(goal)}`;
  if (goal.kind === 'seconds') {
    return seconds === null ? null : `${countText(Math.floor(seconds))} of ${countOf(goal.value)} s`;
  }
  const mse = run.testAll?.evaluation.mse;
  return mse === undefined ? null : `test MSE ${lossText(mse)}, goal ${significantText(goal.value, 4)}`;
}

/** How much of the way it has come, in [0, 1]; null where the way has no length, as down to an error. */
export function progressShare(goal: Goal, run: Run): number | null {
  const { seconds } = progressOf(run);
  if (goal.kind === 'testMse') return null;
  return Math.min(1, (goal.kind === 'epochs' ? run.epoch : (seconds ?? 0)) / goal.value);
}
