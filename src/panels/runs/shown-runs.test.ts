import { describe, expect, it } from 'vitest';
import { defaultExperiment, type ExperimentPatch } from '../../core/experiment/experiment';
import { unlabelled, type RunEntry } from '../../session/archive/run-entry';
import { shownRows, shownRuns, type RunFilter, type RunSort } from './shown-runs';
import { runName } from '../../session/archive/run-name';
import { copyName, dateText, totalText, whyNotCompared } from './words';

function entry(id: string, patch: Partial<RunEntry> = {}, experiment: ExperimentPatch = {}): RunEntry {
  return {
    ...unlabelled,
    id,
    startedAt: 0,
    changedAt: 0,
    experiment: { ...defaultExperiment, ...experiment },
    data: { name: 'MNIST', shape: [28, 28, 1], valueRange: [0, 1] },
    step: 1,
    epoch: 1,
    testMse: 0.02,
    parameters: 100,
    bytes: 1_000_000,
    backend: 'wasm',
    thumbnail: null,
    ...patch,
  };
}

const everything: RunFilter = { search: '', family: 'all' };
const latest: RunSort = { key: 'changedAt', descending: true };
const idsOf = (entries: readonly RunEntry[], filter = everything, sort = latest) =>
  shownRuns(entries, filter, sort).map(({ id }) => id);

const small = entry('small', { changedAt: 1, testMse: 0.04 }, { codeSize: 2 });
const noisy = entry('noisy', { changedAt: 2, testMse: null, tags: ['for class'] }, { noise: 'gaussian' });
const named = entry('named', { changedAt: 3, testMse: 0.01, name: 'The good one', note: 'in October' });
const runs = [small, noisy, named];

it('a run is called what it is, until somebody calls it something else', () => {
  expect(runName(small)).toBe('Undercomplete · code 2 · MNIST');
  expect(runName(noisy)).toBe('Denoising · code 16 · MNIST');
  expect(runName(named)).toBe('The good one');
  expect(copyName(named)).toBe('Copy of The good one');
});

it('the latest come first, or whatever is sorted by; a missing number comes last either way', () => {
  expect(idsOf(runs)).toEqual(['named', 'noisy', 'small']);
  expect(idsOf(runs, everything, { key: 'testMse', descending: false })).toEqual(['named', 'small', 'noisy']);
  expect(idsOf(runs, everything, { key: 'testMse', descending: true })).toEqual(['small', 'named', 'noisy']);
  expect(idsOf(runs, everything, { key: 'name', descending: false })).toEqual(['noisy', 'named', 'small']);
  expect(idsOf(runs, everything, { key: 'codeSize', descending: false })[0]).toBe('small');
});

it('pinned runs stand above all others', () => {
  expect(idsOf([...runs, entry('pinned', { isPinned: true })])[0]).toBe('pinned');
});

it('every word of the search is in the name, the tags or the note', () => {
  expect(idsOf(runs, { search: 'CLASS denoising', family: 'all' })).toEqual(['noisy']);
  expect(idsOf(runs, { search: 'october', family: 'all' })).toEqual(['named']);
  expect(idsOf(runs, { search: 'october denoising', family: 'all' })).toEqual([]);
  expect(idsOf(runs, { search: '', family: 'denoising' })).toEqual(['noisy']);
});

it('the total is of all that is kept, whatever is shown', () => {
  expect(totalText(runs, 3)).toBe('3 runs, 3.0 MB');
  expect(totalText(runs, 1)).toBe('1 of 3 runs, 3.0 MB');
  expect(totalText([small], 1)).toBe('1 run, 1.0 MB');
});

it('a date is a time of day today', () => {
  const noon = new Date(2026, 9, 3, 12, 5).getTime();
  expect(dateText(noon, noon + 3_600_000)).toBe('12:05');
  expect(dateText(noon, noon + 3 * 86_400_000)).toBe('3 Oct 2026');
});

it('two to ten runs are compared', () => {
  expect(whyNotCompared(1)).toBe('Select 2 to 10 runs in the table to compare them');
  expect([2, 10].map(whyNotCompared)).toEqual([null, null]);
  expect(whyNotCompared(11)).toBe('11 runs are selected, and at most 10 can be compared');
});

describe('an experiment that was repeated with other seeds', () => {
  const group = { id: 'sweep', name: 'Three seeds' };
  const repeated = [0.01, 0.02, 0.06].map((testMse, i) => entry(`seed ${i}`, { testMse, group }));
  const others = [small, ...repeated, noisy];

  it('is one row, under its own name, with its mean error; choosing it chooses all its runs', () => {
    const rows = shownRows(others, false);
    expect(rows.map(({ ids }) => ids.length)).toEqual([1, 3, 1]);
    expect(rows[1]!.entry).toMatchObject({ id: 'seed 0', name: 'Three seeds', tags: ['mean of 3 seeds'] });
    expect(rows[1]!.entry.testMse).toBeCloseTo(0.03);
    expect(rows[1]!.entry.bytes).toBe(3e6);
  });

  it('is a row for each run where that is wanted, or where only one of them is left', () => {
    expect(shownRows(others, true).map(({ entry: { id } }) => id)).toEqual(others.map(({ id }) => id));
    expect(shownRows([repeated[0]!], false)[0]!.entry).toBe(repeated[0]);
  });

  it('is found by its name', () => {
    expect(idsOf(others, { search: 'three seeds', family: 'all' })).toHaveLength(3);
  });
});
