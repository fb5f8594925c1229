import { describe, expect, it } from 'vitest';
import { defaultExperiment, type ExperimentPatch, type Setting } from '../../core/experiment/experiment';
import type { RunMark } from '../../core/run/run-mark';
import { applyEvent } from '../runs/apply-event';
import { newRun } from '../runs/run';
import { evaluationEvent, startedEvent } from '../testing/fake-engine';
import { bestOf, differ, objectiveOf, testErrorOf } from './comparable';
import { readComparedRuns, type ComparedRun } from './compared-run';
import { repeatsOf, spreadsOf, verdictsOf } from './repeats';
import { settingRows, type SettingRow } from './setting-rows';

function run(patch: ExperimentPatch = {}, more: Partial<ComparedRun> = {}): ComparedRun {
  const experiment = { ...defaultExperiment, ...patch };
  return {
    ...applyEvent(newRun('a', experiment, null), startedEvent('a', experiment)),
    checkpoint: null,
    best: null,
    backend: 'wasm',
    threads: 2,
    step: 1000,
    ...more,
  };
}

/** With a test error, of the whole test set unless it says otherwise. */
function measured(mse: number, patch: ExperimentPatch = {}, scope: 'all' | 'subset' = 'all'): ComparedRun {
  const evaluation = evaluationEvent('a', { mse, scope, step: 1000, count: scope === 'all' ? 10_000 : 500 });
  return run(patch, { [scope === 'all' ? 'testAll' : 'testSubset']: { evaluation, outdated: false } });
}

const changed = (step: number, patch: ExperimentPatch, before?: ExperimentPatch): RunMark => ({
  kind: 'changed',
  step,
  patch,
  ...(before && { before }),
});
const differing = (runs: readonly ComparedRun[]) => settingRows(runs).filter(({ differs }) => differs);
const rowOf = (rows: readonly SettingRow[], setting: Setting) => rows.find((row) => row.setting === setting);

describe('settings side by side', () => {
  it('are those that a run uses, and differ where a value does', () => {
    const rows = settingRows([run({ codeSize: 2 }), run({ codeSize: 64 })]);
    expect(rows.map(({ setting }) => setting)).not.toContain('sparsityWeight');
    expect(rows.filter(({ differs }) => differs).map(({ setting }) => setting)).toEqual(['codeSize']);
  });

  it('tell a level that only one run uses from one in which runs differ', () => {
    const two = differing([run({ noiseLevel: 0.1 }), run({ noise: 'gaussian' })]);
    expect(two.map(({ setting, follows }) => [setting, follows])).toEqual([
      ['noise', false],
      ['noiseLevel', true],
    ]);
    const three = differing([run(), run({ noise: 'gaussian' }), run({ noise: 'gaussian', noiseLevel: 0.1 })]);
    expect(rowOf(three, 'noiseLevel')?.follows).toBe(false);
  });

  it('tell a value that was there from the start from one that came on the way', () => {
    const late = run(
      { learningRate: 0.01 },
      { marks: [changed(500, { learningRate: 0.01 }, { learningRate: 0.002 })] },
    );
    const [row] = differing([late, run({ learningRate: 0.01 })]);
    expect(row?.cells.map(({ changes }) => changes)).toEqual([
      [{ step: 500, lastStep: 500, from: 0.002, to: 0.01 }],
      [],
    ]);
  });

  it('make one change of a drag, and none of one that ends where it began', () => {
    const drag = [
      changed(500, { codeSize: 17 }, { codeSize: 16 }),
      changed(503, { codeSize: 20 }, { codeSize: 17 }),
      changed(800, { codeSize: 8 }, { codeSize: 20 }),
      changed(805, { codeSize: 20 }, { codeSize: 8 }),
    ];
    const rows = settingRows([run({ codeSize: 20 }, { marks: drag }), run()]);
    expect(rowOf(rows, 'codeSize')?.cells[0]?.changes).toEqual([
      { step: 500, lastStep: 503, from: 16, to: 20 },
    ]);
  });

  it('do not know what a value was before, of runs kept before that was noted', () => {
    const rows = settingRows([run({ beta: 4 }, { marks: [changed(9, { batchSize: 64 })] }), run()]);
    expect(rowOf(rows, 'batchSize')?.cells[0]?.changes[0]?.from).toBeNull();
  });
});

describe('the best test error', () => {
  it('is the lowest of those on the same samples', () => {
    expect(bestOf([measured(0.03), measured(0.01), measured(0.02)])).toEqual([1]);
    expect(bestOf([measured(0.01), run(), measured(0.01), measured(0.02)])).toEqual([0, 2]);
    expect(bestOf([measured(0.01), measured(0.01)])).toBe('equal');
  });

  it('is not there where the errors answer different questions', () => {
    expect(bestOf([measured(0.03), measured(0.01, { dataset: 'quickdraw' })])).toBe('data');
    expect(bestOf([measured(0.03), measured(0.01, { noise: 'gaussian' })])).toBe('noise');
    expect(bestOf([measured(0.03), measured(0.01, {}, 'subset')])).toBe('scope');
    expect(bestOf([measured(0.03), run()])).toBe('missing');
    const otherFiles = (checksum: string) => {
      const one = measured(0.01);
      return { ...one, facts: one.facts && { ...one.facts, dataset: { ...one.facts.dataset, checksum } } };
    };
    expect(bestOf([otherFiles('a'), otherFiles('b')])).toBe('data');
    expect(bestOf([otherFiles('a'), measured(0.03)])).toEqual([0]);
    const stale = measured(0.01);
    const outdated = { ...stale, testAll: stale.testAll && { ...stale.testAll, outdated: true } };
    expect(bestOf([measured(0.03), outdated])).toBe('outdated');
  });

  it('is of the subset where the whole test set was measured before a change', () => {
    const both = { ...measured(0.02), testSubset: measured(0.03, {}, 'subset').testSubset };
    expect(testErrorOf(both)?.scope).toBe('all');
    const stale = { ...both, testAll: both.testAll && { ...both.testAll, outdated: true } };
    expect(testErrorOf(stale)).toMatchObject({ scope: 'subset', mse: 0.03, isOutdated: false });
  });
});

it('losses are comparable while they are of the same objective, whatever a setting out of use says', () => {
  expect(differ([run({ sparsityWeight: 1 }), run({ beta: 4 }), run({ codeSize: 2 })], objectiveOf)).toBe(
    false,
  );
  expect(differ([run(), run({ loss: 'bce' })], objectiveOf)).toBe(true);
  expect(differ([run({ codeKind: 'gaussian' }), run({ codeKind: 'gaussian', beta: 4 })], objectiveOf)).toBe(
    true,
  );
});

describe('reading the runs', () => {
  it('leaves their weights behind, and names those that are not to be had', async () => {
    const record = { ...newRun('a', defaultExperiment, null), checkpoint: {} as never };
    const kept = { version: 3, record, wantsTraining: false, backend: 'wasm', thumbnail: null } as const;
    const read = (id: string) => {
      if (id === 'denied') return Promise.reject(new Error('denied'));
      return Promise.resolve(id === 'a' ? kept : id === 'old' ? ('unreadable' as const) : null);
    };
    const { runs, unread } = await readComparedRuns({ read }, ['deleted', 'a', 'old', 'denied']);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ runId: 'a', backend: 'wasm', checkpoint: null, best: null });
    expect(unread).toEqual([
      { id: 'deleted', why: 'gone' },
      { id: 'old', why: 'unreadable' },
      { id: 'denied', why: 'refused' },
    ]);
  });
});

describe('repeats with other seeds', () => {
  const repeat = (mse: number, seed: number, patch: ExperimentPatch = {}) =>
    measured(mse, { ...patch, seed });

  it('are runs that differ in nothing else: neither a setting, nor a change on the way, nor the steps', () => {
    const changedOnce = { ...repeat(0.02, 4), marks: [changed(9, { learningRate: 0.1 })] };
    const runs = [
      repeat(0.02, 1),
      repeat(0.03, 2, { codeSize: 8 }),
      repeat(0.022, 3),
      changedOnce,
      { ...repeat(0.02, 5), step: 7 },
    ];
    expect(repeatsOf(runs).map(({ places }) => places)).toEqual([[0, 2], [1], [3], [4]]);
  });

  it('have a spread over their seeds, and a copy of a run adds nothing to it', () => {
    const copies = [repeat(0.02, 1), repeat(0.02, 1)];
    expect(spreadsOf(repeatsOf(copies))).toEqual([]);
    const [group] = spreadsOf(repeatsOf([...copies, repeat(0.024, 2)]));
    expect(group?.places).toEqual([0, 1, 2]);
    expect(group?.spread).toMatchObject({ count: 2, mean: expect.closeTo(0.022, 12) as number });
  });

  it('tell a difference from the best that is chance from one that is not', () => {
    const three = [repeat(0.02, 1), repeat(0.021, 2), repeat(0.022, 3)];
    const [near] = verdictsOf([...three, repeat(0.023, 1, { codeSize: 8 })]);
    expect(near).toMatchObject({ best: [0, 1, 2], other: [3], verdict: { isWithin: true } });
    const [far] = verdictsOf([...three, repeat(0.09, 1, { codeSize: 8 })]);
    expect(far?.verdict.isWithin).toBe(false);
  });

  it('say nothing of errors that do not compare, or without two seeds', () => {
    expect(
      verdictsOf([repeat(0.02, 1), repeat(0.021, 2), repeat(0.03, 1, { dataset: 'quickdraw' })]),
    ).toEqual([]);
    expect(verdictsOf([repeat(0.02, 1), repeat(0.03, 1, { codeSize: 8 })])).toEqual([]);
  });
});
