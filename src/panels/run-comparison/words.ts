// Text of the comparison of kept runs. Pure.
import { losses } from '../../catalog/losses/registry';
import { sparsityPenalties } from '../../catalog/sparsity/registry';
import { findKind } from '../../catalog/kinds/kind';
import type { Experiment } from '../../core/experiment/experiment';
import { penaltyOf } from '../../core/experiment/rules';
import { countText } from '../../core/number-text';
import { comparedCounts, type UnreadRun } from '../../session/run-comparison/compared-run';
import type { NoBest, TestError } from '../../session/run-comparison/comparable';

export const texts = {
  back: 'All runs',
  reading: 'Reading the runs …',
  tooFew: 'There is nothing to compare: fewer than two of the runs can be read.',
  copy: 'Copy table',
  save: 'Save CSV',
  copied: 'Copied',
  notCopied: 'The browser did not allow it: save the CSV instead.',
  curves: 'Curves',
  curve: 'Curve',
  over: 'Over',
  smoothing: 'Smoothing',
  shownAs: 'Shown as',
  vertical: 'Error axis',
  horizontal: 'Axis below',
  noCurve: 'None of the runs that are shown has points of this curve here',
  settings: 'Settings',
  onlyDifferences: 'Only differences',
  search: 'Search',
  noDifference: 'They do not differ in any setting.',
  noneFound: 'No setting matches.',
  setting: 'Setting',
  results: 'Test results',
  measure: 'Measure',
  best: 'best',
} as const;

export function titleText(count: number): string {
  return `${count} runs compared`;
}

const whyUnread: Readonly<Record<UnreadRun['why'], string>> = {
  gone: 'is not kept any longer',
  unreadable: 'was kept by another version of the page and cannot be read',
  refused: 'could not be read: the browser did not give it',
};

/** @param name null where it is not known any longer */
export function unreadText({ id, why }: UnreadRun, name: string | null): string {
  return `${name === null ? `The run ${id}` : `“${name}”`} ${whyUnread[why]}.`;
}

/** @param asked how many the address names */
export function tooManyText(asked: number): string | null {
  return asked > comparedCounts.max
    ? `The link names ${asked} runs; the first ${comparedCounts.max} are compared.`
    : null;
}

const whyNoBest: Readonly<Record<NoBest, string>> = {
  data: 'None is marked as the best: they are tested on different data.',
  noise:
    'None is marked as the best: their test samples carry different noise, and a lower error on less noise is no better network.',
  outdated: 'None is marked as the best: one was changed after it was measured.',
  scope:
    'None is marked as the best: some are measured on the whole test set and some on a part of it. Go on with those and pause: a pause measures the whole.',
  missing: 'None is marked as the best: fewer than two have been measured.',
};

export function noBestText(why: NoBest): string {
  return whyNoBest[why];
}

/** Which samples an error is of, and when it was measured. */
export function scopeText({ scope, count, step, isOutdated }: TestError, runStep: number): string {
  const samples = scope === 'all' ? `all ${countText(count)}` : `${countText(count)} of the test set`;
  const when = step === runStep ? '' : `, at step ${countText(step)}`;
  return `${samples}${when}${isOutdated ? ', before a change' : ''}`;
}

/** What a loss is made of: `MSE`, `MSE + λ · KL`, `BCE in nats + β · KL`. */
export function objectiveText(experiment: Experiment): string {
  const { loss, codeKind, sparsity } = experiment;
  const name = findKind(losses, loss)?.name ?? loss;
  const reconstruction = codeKind === 'gaussian' ? `${name} in nats` : name;
  const penalty = penaltyOf(experiment);
  if (penalty === null) return reconstruction;
  if (penalty === 'kl') return `${reconstruction} + β · KL`;
  return `${reconstruction} + λ · ${findKind(sparsityPenalties, sparsity)?.name ?? sparsity}`;
}

/** `4.2 s`, `1 min 12 s`, `1 h 5 min` */
export function secondsText(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
