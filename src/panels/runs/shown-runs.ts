// Which runs the table shows, in which order. Pure.
import { familyOf, type FamilyId } from '../../catalog/families/registry';
import { spreadOf } from '../../core/run/spread/spread';
import type { RunId } from '../../core/run/stamp';
import type { RunEntry } from '../../session/archive/run-entry';
import { runName } from '../../session/archive/run-name';
import { familyLabel, seedsTag } from './words';

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

/** One row of the table: a run, or a group of which every run is selected with it. */
export interface ShownRow {
  readonly entry: RunEntry;
  readonly ids: readonly RunId[];
}

/**
 * Runs of a group as one row at the place of the first, under the name of the group, with their mean test MSE.
 * @param areApart every run has a row of its own
 */
export function shownRows(shown: readonly RunEntry[], areApart: boolean): ShownRow[] {
  const groups = new Map<string, RunEntry[]>();
  for (const entry of shown) {
    const key = areApart ? entry.id : (entry.group?.id ?? entry.id);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    const ids = entries.map(({ id }) => id);
    return [{ ids, entry: entries.length === 1 ? first : asOne(first, entries) }];
  });
}

function asOne(first: RunEntry, entries: readonly RunEntry[]): RunEntry {
  const errors = entries.map(({ testMse }) => testMse).filter((error) => error !== null);
  const { mean = null } = spreadOf(errors) ?? {};
  return {
    ...first,
    name: first.group?.name ?? first.name,
    tags: [seedsTag(entries.length), ...first.tags],
    testMse: mean,
    bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function searchedText(entry: RunEntry): string {
  const { data, tags, note, group } = entry;
  return [runName(entry), group?.name ?? '', familyLabel(entry), data.name, ...tags, note]
    .join(' ')
    .toLowerCase();
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
