// Text of the list of runs. Pure.
import { plural, t } from '@lingui/core/macro';
import { families, familyOf } from '../../catalog/families/registry';
import { dayText, timeText } from '../../core/language/formats';
import { countText, megabytesText } from '../../core/number-text';
import { comparedCounts } from '../../session/run-comparison/compared-run';
import type { OpenOutcome } from '../../session/archive/archivist';
import type { RunEntry } from '../../session/archive/run-entry';
import { runName } from '../../session/archive/run-name';

export const texts = {
  title: t`Runs`,
  caption: t`Kept runs`,
  reading: t`Reading…`,
  empty: t`Nothing is kept yet. Every network that you train is kept here as it trains, in this browser only.`,
  refused: t`This browser keeps no runs for this page: they are lost when it is closed.`,
  full: t`There is no room left in this browser: the run that is training is not being kept. Delete runs that you no longer need.`,
  noneFound: t`No run matches.`,
  search: t`Search`,
  family: t`Family`,
  allFamilies: t`All families`,
  compare: t`Compare`,
  compareExplanation: t`Curves, test results and settings of the selected runs, side by side`,
  goOn: t`Go on`,
  goOnExplanation: t`Opens the run in Train, at the step it has reached`,
  rename: t`Rename`,
  duplicate: t`Duplicate`,
  sheet: t`Results sheet`,
  sheetExplanation: t`One page of the run to print: settings, curves, pictures, numbers and a QR code`,
  pin: t`Pin`,
  unpin: t`Unpin`,
  pinExplanation: t`A pinned run stays at the top and is never deleted to make room for others`,
  delete: t`Delete`,
  undo: t`Undo`,
  newName: t`New name`,
  tags: t`Tags`,
  tagsHint: t`Separated by commas`,
  kept: t`Runs kept in this browser`,
  note: t`Note`,
  current: t`in Train now`,
  currentStays: t`The run that is in Train now cannot be deleted: start another first`,
  pinned: t`pinned`,
  selectFirst: t`Select runs in the table`,
  noMse: '—',
} as const;

export const columnTitles = {
  name: t`Run`,
  family: t`Family`,
  codeSize: t`Code`,
  testMse: t`Test MSE`,
  epoch: t`Epochs`,
  changedAt: t`Last trained`,
  bytes: 'MB',
} as const;

/** Why so many selected runs cannot be compared; null where they can. */
export function whyNotCompared(selected: number): string | null {
  const { min, max } = comparedCounts;
  if (selected < min) return t`Select ${min} to ${max} runs in the table to compare them`;
  return selected > max ? t`${selected} runs are selected, and at most ${max} can be compared` : null;
}

export function familyLabel({ experiment }: Pick<RunEntry, 'experiment'>): string {
  return families[familyOf(experiment)].label;
}

export function copyName(entry: RunEntry): string {
  return t`Copy of ${{ name: runName(entry) }}`.slice(0, 60);
}

export function removedText(entry: RunEntry): string {
  return t`${{ name: runName(entry) }} was deleted.`;
}

/** @param shown how many of them the search has found */
export function totalText(entries: readonly RunEntry[], shown: number): string {
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const size = megabytesText(bytes);
  const runs = plural({ count: entries.length }, { one: `# run, ${size} MB`, other: `# runs, ${size} MB` });
  return shown === entries.length ? runs : t`${{ shown: countText(shown) }} of ${runs}`;
}

/** `14:05` today, `3 Oct 2026` before. */
export function dateText(at: number, now: number): string {
  const day = dayText(at);
  return day === dayText(now) ? timeText(at) : day;
}

/** Why a run did not come back; null where it did. */
export function openProblem(outcome: OpenOutcome): string | null {
  if (outcome === 'opened') return null;
  if (outcome === 'elsewhere')
    return t`Another tab is training this run. Duplicate it to continue from here.`;
  return outcome === 'gone'
    ? t`This run is no longer kept: another tab may have deleted it.`
    : t`This run was kept by another version of the page, and cannot be read.`;
}

export const repeatTexts = {
  label: t`Repeat with other seeds`,
  explanation: t`Trains the same experiment with five seeds for the same number of steps, and shows their mean and spread in Sweeps`,
  busy: t`A sweep is training: it has to finish first`,
} as const;

/** Of the repeated experiment. */
export function repeatedName(entry: RunEntry): string {
  return t`${{ name: runName(entry).slice(0, 50) }}: repeated`;
}

/** On the row of a group. */
export function seedsTag(count: number): string {
  return t`mean of ${count} seeds`;
}

export const groupTexts = { apart: t`Each seed` } as const;
