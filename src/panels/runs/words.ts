// Text of the list of runs. Pure.
import { families, familyOf } from '../../catalog/families/registry';
import { countText, megabytesText } from '../../core/number-text';
import { comparedCounts } from '../../session/run-comparison/compared-run';
import type { OpenOutcome } from '../../session/archive/archivist';
import type { RunEntry } from '../../session/archive/run-entry';
import { runName } from '../../session/archive/run-name';

export const texts = {
  title: 'Runs',
  caption: 'Kept runs',
  reading: 'Reading …',
  empty: 'Nothing is kept yet. Every network that you train is kept here as it trains, in this browser only.',
  refused: 'This browser keeps no runs for this page: they are gone when it is closed.',
  full: 'There is no room left in this browser: what trains now is not kept. Delete runs that you no longer need.',
  noneFound: 'No run matches.',
  search: 'Search',
  family: 'Family',
  allFamilies: 'All families',
  compare: 'Compare',
  compareExplanation: 'Curves, test results and settings of the selected runs beside each other',
  goOn: 'Go on',
  goOnExplanation: 'Brings the run back to Train, at the step where it stands',
  rename: 'Rename',
  duplicate: 'Duplicate',
  sheet: 'Results sheet',
  sheetExplanation: 'One page of the run to print: settings, curves, pictures, numbers and a QR code',
  pin: 'Pin',
  unpin: 'Unpin',
  pinExplanation: 'A pinned run stands at the top, and never makes room for others',
  delete: 'Delete',
  undo: 'Undo',
  newName: 'New name',
  tags: 'Tags',
  tagsHint: 'Separated by commas',
  note: 'Note',
  current: 'in Train now',
  currentStays: 'The run that is in Train now stays: begin another first',
  pinned: 'pinned',
  selectFirst: 'Select runs in the table',
  noMse: '—',
} as const;

export const columnTitles = {
  name: 'Run',
  family: 'Family',
  codeSize: 'Code',
  testMse: 'Test MSE',
  epoch: 'Epochs',
  changedAt: 'Last trained',
  bytes: 'MB',
} as const;

/** Why so many selected runs cannot be compared; null where they can. */
export function whyNotCompared(selected: number): string | null {
  const { min, max } = comparedCounts;
  if (selected < min) return `Select ${min} to ${max} runs in the table to compare them`;
  return selected > max ? `${selected} runs are selected, and at most ${max} can be compared` : null;
}

export function familyLabel({ experiment }: Pick<RunEntry, 'experiment'>): string {
  return families[familyOf(experiment)].label;
}

export function copyName(entry: RunEntry): string {
  return `Copy of ${runName(entry)}`.slice(0, 60);
}

export function removedText(entry: RunEntry): string {
  return `${runName(entry)} is deleted.`;
}

/** @param shown how many of them the search has found */
export function totalText(entries: readonly RunEntry[], shown: number): string {
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const runs = `${countText(entries.length)} ${entries.length === 1 ? 'run' : 'runs'}, ${megabytesText(bytes)} MB`;
  return shown === entries.length ? runs : `${countText(shown)} of ${runs}`;
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** `14:05` today, `3 Oct 2026` before. */
export function dateText(at: number, now: number): string {
  const isToday = day.format(at) === day.format(now);
  return isToday ? time.format(at) : day.format(at);
}

/** Why a run did not come back; null where it did. */
export function openProblem(outcome: OpenOutcome): string | null {
  if (outcome === 'opened') return null;
  if (outcome === 'elsewhere') return 'Another tab trains this run. Duplicate it to go on from here.';
  return outcome === 'gone'
    ? 'This run is not kept any longer: another tab may have deleted it.'
    : 'This run was kept by another version of the page, and cannot be read.';
}
