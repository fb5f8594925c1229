// What is said about the curves. Pure.
import { t } from '@lingui/core/macro';
import { shownDataName } from '../../../catalog/datasets/shown';
import { listText } from '../../../core/language/formats';
import type { ComparedRun } from '../../../session/run-comparison/compared-run';
import { backendText, objectiveText } from '../words';
import { runLetter } from '../../../session/archive/run-name';
import { placesOf, type CurveRemark, type Over } from './curve-kinds';

const each = (values: readonly string[]) => listText([...new Set(values)]);

export const overTitles: Readonly<Record<Over, string>> = {
  step: t`step`,
  epoch: t`epoch`,
  seconds: t`seconds`,
};

/** `at step 500` */
export const atText: Readonly<Record<Over, (place: string) => string>> = {
  step: (place) => t`at step ${place}`,
  epoch: (place) => t`at epoch ${place}`,
  seconds: (place) => t`at seconds ${place}`,
};

/** Why there is nothing to plot over; undefined where there is. */
export function whyNotOver(runs: readonly ComparedRun[], over: Over): string | undefined {
  if (runs.some((run) => placesOf(run, over) !== null)) return undefined;
  return over === 'seconds'
    ? t`These runs were kept before training time was recorded.`
    : t`The length of an epoch changed during training, in runs kept before that was recorded.`;
}

export function remarkText(remark: CurveRemark, runs: readonly ComparedRun[]): string {
  const unknown = (over: Over) =>
    each(runs.flatMap((run, place) => (placesOf(run, over) === null ? [runLetter(place)] : [])));
  switch (remark) {
    case 'data':
      return t`Not comparable: they were measured on different data, ${{ names: each(runs.map(({ facts, experiment }) => (facts ? shownDataName(experiment.dataset, facts.dataset.name) : experiment.dataset))) }}.`;
    case 'noise':
      return t`Their inputs carry different noise: a lower error on less noise does not make a better network.`;
    case 'unit':
      return t`These losses are not the same sum (${{ sums: each(runs.map(({ experiment }) => objectiveText(experiment))) }}): compare their shapes, not their heights. The test MSE is in the same unit for all.`;
    case 'backends':
      return t`The seconds were measured on different backends: ${{ backends: each(runs.map(backendText)) }}.`;
    case 'no-seconds':
      return t`Not shown: ${{ runs: unknown('seconds') }}, kept before training time was recorded.`;
    case 'no-epochs':
      return t`Not shown: ${{ runs: unknown('epoch') }}, kept before changes in the length of an epoch were recorded.`;
    default:
      return remark satisfies never;
  }
}

/** Weights of the moving average. */
export const smoothings = [
  { value: '0', label: t({ message: 'none', context: 'smoothing' }) },
  { value: '0.6', label: t`weight 0.6` },
  { value: '0.9', label: t`weight 0.9` },
  { value: '0.97', label: t`weight 0.97` },
] as const;
export type Smoothing = (typeof smoothings)[number]['value'];

export const smoothingExplanation = t`An exponential moving average of the points: the weight is that of all earlier points. The measured line stays behind it, paler.`;
