// Which runs the table shows, in which order. Pure.
import { familyOf, type FamilyId } from '../../catalog/families/registry';
import type { RunEntry } from '../../session/archive/run-entry';
import { runName } from '../../session/archive/run-name';
import { familyLabel } from './words';

export type SortKey = 'name' | 'family' | 'codeSize' | 'testMse' | 'epoch' | 'changedAt' | 'bytes';

export interface RunSort {
  readonly key: SortKey;
  readonly descending: boolean;
}

export interface RunFilter {
  /** Every word of it is somewhere in the name, the data, the tags or the note. */
  readonly search: string;
  readonly family: FamilyId | 'all';
}

/** Pinned runs first, then in order; a run without the metric comes last either way. */
export function shownRuns(entries: readonly RunEntry[], filter: RunFilter, sort: RunSort): RunEntry[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return entries
    .filter((entry) => filter.family === 'all' || familyOf(entry.experiment) === filter.family)
    .filter((entry) => words.every((word) => searchedText(entry).includes(word)))
    .sort((a, b) => Number(b.isPinned) - Number(a.isPinned) || compare(a, b, sort));
}

function searchedText(entry: RunEntry): string {
  const { data, tags, note } = entry;
  return [runName(entry), familyLabel(entry), data.name, ...tags, note].join(' ').toLowerCase();
}

function compare(a: RunEntry, b: RunEntry, { key, descending }: RunSort): number {
  const [left, right] = [sortValue(a, key), sortValue(b, key)];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  const rising = typeof left === 'string' ? left.localeCompare(String(right)) : left - (right as number);
  return descending ? -rising : rising;
}

function sortValue(entry: RunEntry, key: SortKey): string | number | null {
  if (key === 'name') return runName(entry);
  if (key === 'family') return familyLabel(entry);
  if (key === 'codeSize') return entry.experiment.codeSize;
  return entry[key];
}
