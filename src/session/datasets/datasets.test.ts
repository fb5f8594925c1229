import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OwnDatasetId } from '../../core/experiment/dataset-id';
import { defaultExperiment } from '../../core/experiment/experiment';
import type { OwnDataset } from '../../core/samples/own-dataset';
import { makeOwnDataset } from '../../data/sources/testing/own-dataset';
import { lacksDataset } from '../main-run/missing-data';
import { startedEvent, type FakeEngine } from '../testing/fake-engine';
import { createTestSession } from '../testing/test-session';
import { createDatasets, datasetName, undoMs, type Datasets } from './datasets';
import type { OwnStorage } from './own-storage';

const id = 'own:0123456789abcdef';
const other = 'own:fedcba9876543210';
const settle = () => vi.advanceTimersByTimeAsync(0);

const make = (name: OwnDatasetId) =>
  makeOwnDataset({
    id: name,
    shape: [2],
    train: { values: new Uint8Array(8) },
    test: { values: new Uint8Array(4) },
  });

/** Storage in memory, which a second tab may change. */
function memory(kept = new Map<OwnDatasetId, OwnDataset>()): { kept: typeof kept; storage: OwnStorage } {
  return {
    kept,
    storage: {
      list: () =>
        Promise.resolve(
          [...kept].map(([name, { manifest }], at) => ({ id: name, addedAt: at, bytes: 20, manifest })),
        ),
      read: (name) => Promise.resolve(kept.get(name) ?? null),
      rename: (name, to) => {
        const dataset = kept.get(name);
        if (dataset) kept.set(name, { ...dataset, manifest: { ...dataset.manifest, name: to } });
        return Promise.resolve();
      },
      remove: (name) => Promise.resolve(void kept.delete(name)),
      isPersistent: () => Promise.resolve(false),
      persist: () => Promise.resolve(false),
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the list of own data sets', () => {
  let datasets: Datasets;
  let kept: Map<OwnDatasetId, OwnDataset>;
  const listed = () => datasets.store.getState().own.map((entry) => entry.id);

  beforeEach(async () => {
    const { storage, ...rest } = memory();
    ({ kept } = rest);
    datasets = createDatasets(() => Promise.resolve(storage));
    kept.set(id, await make(id));
    await datasets.refresh();
  });

  it('has what the browser keeps, and follows what another tab does to it', async () => {
    expect(listed()).toEqual([id]);
    kept.set(other, await make(other));
    await datasets.refresh();
    expect(listed()).toEqual([other, id]);
    kept.delete(id);
    await datasets.refresh();
    expect(listed()).toEqual([other]);
  });

  it('keeps for this visit what the browser refused to keep', async () => {
    const dataset = await make(other);
    datasets.add({ id: other, dataset, isKept: false });
    await datasets.refresh();
    expect(listed()).toEqual([other, id]);
    expect(datasets.store.getState().own[0]).toMatchObject({
      isKept: false,
      bytes: dataset.shards[0]!.size + dataset.shards[1]!.size,
    });
    expect(datasets.lent(other)).toBe(dataset);
  });

  it('asks the browser once to keep what is stored, and knows when it may not', async () => {
    const { storage } = memory();
    const persist = vi.fn(() => Promise.resolve(false));
    const asking = createDatasets(() => Promise.resolve({ ...storage, persist }));
    await asking.refresh();
    asking.add({ id: other, dataset: await make(other), isKept: false });
    await settle();
    expect(persist).not.toHaveBeenCalled();
    expect(asking.store.getState().mayBeEvicted).toBe(false);
    for (const name of [id, other] as const)
      asking.add({ id: name, dataset: await make(name), isKept: true });
    await settle();
    expect(persist).toHaveBeenCalledTimes(1);
    expect(asking.store.getState().mayBeEvicted).toBe(true);
    // In another visit nothing is asked before something is added.
    const later = createDatasets(() =>
      Promise.resolve({ ...storage, persist, isPersistent: () => Promise.resolve(true) }),
    );
    await later.refresh();
    expect(persist).toHaveBeenCalledTimes(1);
    expect(later.store.getState().mayBeEvicted).toBe(false);
  });

  it('renames, on the screen, in storage and in what workers are lent', async () => {
    await datasets.hold(id);
    await datasets.rename(id, 'Leaves');
    expect(datasetName(datasets.store.getState(), id)).toBe('Leaves');
    expect(kept.get(id)?.manifest.name).toBe('Leaves');
    expect(datasets.lent(id)?.manifest.name).toBe('Leaves');
  });

  it('removes once the time for undo has passed; a worker is still lent the samples', async () => {
    await datasets.remove(id);
    expect(listed()).toEqual([]);
    await datasets.refresh();
    expect(listed()).toEqual([]);
    await vi.advanceTimersByTimeAsync(undoMs - 1);
    expect(kept.has(id)).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(kept.has(id)).toBe(false);
    expect(datasets.store.getState().removed).toEqual([]);
    expect(datasets.lent(id)?.shards).toHaveLength(2);
  });

  it('undoes a removal', async () => {
    await datasets.remove(id);
    datasets.undoRemove(id);
    await vi.advanceTimersByTimeAsync(10 * undoMs);
    expect(listed()).toEqual([id]);
    expect(kept.has(id)).toBe(true);
  });

  it('removes at once when the page is closed', async () => {
    await datasets.remove(id);
    datasets.finishRemoving();
    await settle();
    expect(kept.has(id)).toBe(false);
  });
});

describe('a run on an own data set', () => {
  const experiment = { ...defaultExperiment, dataset: id } as const;
  let engine: FakeEngine;
  const names = () => engine.commands.map(([name]) => name);
  const failed = (runsOn: OwnDatasetId) =>
    engine.emit({
      type: 'data-failed',
      dataset: runsOn,
      shard: 'manifest.json',
      message: { code: 'data.not-here', file: 'manifest.json' },
    });

  it('of a link waits for its data, and starts when the data is added', async () => {
    const { session, engine: fake } = createTestSession({ experiment });
    engine = fake;
    session.start();
    await settle();
    expect(names()).toEqual(['build']);
    failed(id);
    expect(lacksDataset(session.run.store.getState())).toBe(true);
    session.datasets.add({ id: other, dataset: await make(other), isKept: false });
    expect(names()).toEqual(['build']);
    const dataset = await make(id);
    session.datasets.add({ id, dataset, isKept: false });
    expect(engine.commands.slice(1)).toEqual([['lend', id, dataset], ['retryData']]);
    expect(lacksDataset(session.run.store.getState())).toBe(false);
    session.dispose();
  });

  it('waits no more once another data set is chosen', async () => {
    const { session, engine: fake } = createTestSession({ experiment });
    engine = fake;
    session.start();
    await settle();
    failed(id);
    session.run.change({ dataset: 'mnist' });
    expect(lacksDataset(session.run.store.getState())).toBe(false);
    session.dispose();
  });

  it('goes on in the next engine though the data set was removed underneath it', async () => {
    const { kept, storage } = memory();
    const dataset = await make(id);
    kept.set(id, dataset);
    const datasets = createDatasets(() => Promise.resolve(storage));
    const { session, engine: fake } = createTestSession({ experiment, datasets });
    engine = fake;
    session.start();
    await settle();
    engine.emit(startedEvent(engine.runId(), experiment));
    await settle();
    kept.delete(id);
    await datasets.refresh();
    engine.commands.length = 0;
    engine.die();
    await settle();
    expect(engine.commands.filter(([name]) => name === 'lend' || name === 'build')).toEqual([
      ['lend', id, dataset],
      ['build', '1', experiment, null],
    ]);
    session.dispose();
  });
});
