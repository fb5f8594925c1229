// Text of the comparison of kept runs. Pure.
import { plural, t } from '@lingui/core/macro';
import { backendTitles } from '../../core/backend-measurement';
import { losses } from '../../catalog/losses/registry';
import { sparsityPenalties } from '../../catalog/sparsity/registry';
import { findKind } from '../../catalog/kinds/kind';
import type { Experiment } from '../../core/experiment/experiment';
import { penaltyOf } from '../../core/experiment/rules';
import { countText, fixedText } from '../../core/number-text';
import { comparedCounts, type ComparedRun, type UnreadRun } from '../../session/run-comparison/compared-run';
import type { NoBest, TestError } from '../../session/run-comparison/comparable';

export const texts = {
  back: t`All runs`,
  reading: t`Reading the runs…`,
  tooFew: t`There is nothing to compare: fewer than two of the runs can be read.`,
  copy: t`Copy table`,
  copied: t`Copied`,
  notCopied: t`The browser did not allow it: save the table instead.`,
  curves: t`Curves`,
  metrics: t`All metrics`,
  curve: t`Curve`,
  over: t`Over`,
  smoothing: t`Smoothing`,
  shownAs: t`Shown as`,
  vertical: t`Error axis`,
  horizontal: t`Axis below`,
  noCurve: t`None of the runs that are shown has points of this curve here`,
  settings: t`Settings`,
  onlyDifferences: t`Only differences`,
  search: t`Search`,
  noDifference: t`They do not differ in any setting.`,
  noneFound: t`No setting matches.`,
  setting: t`Setting`,
  results: t`Test results`,
  measure: t({ message: 'Measure', context: 'noun' }),
  best: t`best`,
} as const;

export function titleText(count: number): string {
  return t`${count} runs compared`;
}

/** What saved files say they come from. */
export function sourceText(count: number): string {
  return t`comparison of ${count} runs`;
}

const whyUnread: Readonly<Record<UnreadRun['why'], string>> = {
  gone: t`is no longer kept`,
  unreadable: t`was kept by another version of the page and cannot be read`,
  refused: t`could not be read: the browser did not give it`,
};

/** @param name null where it is not known any longer */
export function unreadText({ id, why }: UnreadRun, name: string | null): string {
  return `${name === null ? t`The run ${id}` : `“${name}”`} ${whyUnread[why]}.`;
}

/** @param asked how many the address names */
export function tooManyText(asked: number): string | null {
  return asked > comparedCounts.max
    ? t`The link names ${asked} runs; the first ${{ max: comparedCounts.max }} are compared.`
    : null;
}

const whyNoBest: Readonly<Record<NoBest, string>> = {
  data: t`None is marked as the best: they are tested on different data.`,
  noise: t`None is marked as the best: their test samples carry different noise, and a lower error on less noise does not make a better network.`,
  outdated: t`None is marked as the best: one was changed after it was measured.`,
  scope: t`None is marked as the best: some are measured on the whole test set and some on a part of it. Go on with those and pause: a pause measures the whole.`,
  equal: t`None is marked as the best: their test errors are the same.`,
  missing: t`None is marked as the best: fewer than two have been measured.`,
};

export function noBestText(why: NoBest): string {
  return whyNoBest[why];
}

/** Which samples an error is of, and when it was measured. */
export function scopeText({ scope, count, step, isOutdated }: TestError, runStep: number): string {
  return [
    scope === 'all'
      ? t`all ${{ count: countText(count) }}`
      : t`${{ count: countText(count) }} of the test set`,
    ...(step === runStep ? [] : [t`at step ${{ step: countText(step) }}`]),
    ...(isOutdated ? [t`before a change`] : []),
  ].join(', ');
}

/** What a loss is made of: `MSE`, `MSE + λ · KL`, `BCE in nats + β · KL`. */
export function objectiveText(experiment: Experiment): string {
  const { loss, codeKind, sparsity } = experiment;
  const name = findKind(losses, loss)?.name ?? loss;
  const reconstruction = codeKind === 'gaussian' ? t`${name} in nats` : name;
  const penalty = penaltyOf(experiment);
  if (penalty === null) return reconstruction;
  if (penalty === 'kl') return `${reconstruction} + β · KL`;
  return `${reconstruction} + λ · ${findKind(sparsityPenalties, sparsity)?.name ?? sparsity}`;
}

/** `WASM with 2 threads` */
export function backendText({ backend, threads }: Pick<ComparedRun, 'backend' | 'threads'>): string {
  if (backend === null) return t({ message: 'unknown', comment: 'The backend of a run' });
  const title = backendTitles[backend];
  return threads === null
    ? title
    : plural(threads, { one: `${title} with # thread`, other: `${title} with # threads` });
}

/** `4.2 s`, `1 min 12 s`, `1 h 5 min` */
export function secondsText(seconds: number): string {
  if (seconds < 60) return `${fixedText(seconds, 1)} s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  const hours = Math.floor(minutes / 60);
  return t`${hours} h ${{ minutes: minutes % 60 }} min`;
}
