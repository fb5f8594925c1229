// What is said about the curves. Pure.
import { backendTitles } from '../../../core/backend-measurement';
import type { ComparedRun } from '../../../session/run-comparison/compared-run';
import { objectiveText } from '../words';
import { runLetter } from '../../../session/archive/run-name';
import { placesOf, type CurveRemark, type Over } from './curve-kinds';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const each = (values: readonly string[]) => list.format(new Set(values));

export const overTitles: Readonly<Record<Over, string>> = {
  step: 'step',
  epoch: 'epoch',
  seconds: 'seconds',
};

/** Why there is nothing to plot over; undefined where there is. */
export function whyNotOver(runs: readonly ComparedRun[], over: Over): string | undefined {
  if (runs.some((run) => placesOf(run, over) !== null)) return undefined;
  return over === 'seconds'
    ? 'These runs were kept before training time was noted.'
    : 'The length of an epoch changed on the way, in runs kept before that was noted.';
}

export function remarkText(remark: CurveRemark, runs: readonly ComparedRun[]): string {
  const unknown = (over: Over) =>
    each(runs.flatMap((run, place) => (placesOf(run, over) === null ? [runLetter(place)] : [])));
  switch (remark) {
    case 'data':
      return `Not comparable: they are of different data, ${each(runs.map(({ facts, experiment }) => facts?.dataset.name ?? experiment.dataset))}.`;
    case 'noise':
      return 'Their inputs carry different noise: a lower error on less noise is no better network.';
    case 'unit':
      return `These losses are not the same sum (${each(runs.map(({ experiment }) => objectiveText(experiment)))}): compare their course, not their height. The test MSE is in one unit for all.`;
    case 'backends':
      return `Seconds are of different backends: ${each(runs.map(({ backend }) => (backend === null ? 'unknown' : backendTitles[backend])))}.`;
    case 'no-seconds':
      return `Not shown: ${unknown('seconds')}, kept before training time was noted.`;
    case 'no-epochs':
      return `Not shown: ${unknown('epoch')}, kept before the changing length of an epoch was noted.`;
    default:
      return remark satisfies never;
  }
}

/** Weights of the moving average. */
export const smoothings = [
  { value: '0', label: 'none' },
  { value: '0.6', label: 'weight 0.6' },
  { value: '0.9', label: 'weight 0.9' },
  { value: '0.97', label: 'weight 0.97' },
] as const;
export type Smoothing = (typeof smoothings)[number]['value'];

export const smoothingExplanation =
  'An exponential moving average over the points: the weight is that of all points before. The line as measured stays pale behind it.';
