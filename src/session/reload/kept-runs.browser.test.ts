// Against the browser's own IndexedDB and session storage.
import { createStore, entries, set } from 'idb-keyval';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { networkPlan } from '../../catalog/architectures/registry';
import { widthOf } from '../../catalog/architectures/plan';
import { defaultExperiment } from '../../core/experiment/experiment';
import { startedEvent } from '../testing/fake-engine';
import { checkpointAt } from '../testing/test-session';
import { applyEvent } from '../runs/apply-event';
import { newRun } from '../runs/run';
import { keptRunOf, type KeptRun } from './kept-run';
import { createKeptRuns } from './kept-runs';

const store = createStore('hourglass-kept-run', 'runs');
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const experiment = { ...defaultExperiment, hidden: [8] };

function trainedRun(): KeptRun {
  const { layers } = networkPlan(experiment, [28, 28, 1]);
  const weights = layers.flatMap(({ kernelShape, outputShape }) => [
    new Float32Array(widthOf(kernelShape)).fill(0.25),
    new Float32Array(widthOf(outputShape)),
  ]);
  const checkpoint = {
    ...checkpointAt(9, experiment),
    weights,
    optimizer: { updates: 9, slots: [weights, weights] },
  };
  const run = applyEvent(newRun('run', experiment, null), startedEvent('run', experiment));
  const kept = keptRunOf({ ...run, step: 9, checkpoint });
  if (kept === null) throw new Error('A trained run is worth keeping.');
  return kept;
}

describe('a run that is kept over a reload', () => {
  it('comes back once, arrays and all, and nothing of it is left', async () => {
    const runs = createKeptRuns();
    expect(await runs.canKeep(1e6)).toBe(true);
    const run = trainedRun();
    await runs.keep(run);
    expect(await createKeptRuns().take()).toEqual(run);
    expect(await createKeptRuns().take()).toBeNull();
    expect(await entries(store)).toEqual([]);
    expect(sessionStorage.length).toBe(0);
  });

  it('is not taken by another tab, and goes after ten minutes', async () => {
    await createKeptRuns().keep(trainedRun());
    sessionStorage.clear();
    expect(await createKeptRuns().take()).toBeNull();
    expect(await entries(store)).toHaveLength(1);
    const later = Date.now() + 11 * 60_000;
    vi.spyOn(Date, 'now').mockReturnValue(later);
    await createKeptRuns().keep(trainedRun());
    expect(await entries(store)).toHaveLength(1);
    expect(await createKeptRuns().take()).not.toBeNull();
  });

  it('is said to be unreadable where something else was kept', async () => {
    await createKeptRuns().keep(trainedRun());
    for (const [key] of await entries<string, unknown>(store)) await set(key, { version: 7 }, store);
    expect(await createKeptRuns().take()).toBe('unreadable');
    expect(await entries(store)).toEqual([]);
  });

  it('cannot be kept where the disk is too small, or where the browser keeps nothing for the tab', async () => {
    expect(await createKeptRuns().canKeep(1e15)).toBe(false);
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    expect(await createKeptRuns().canKeep(1)).toBe(false);
    await expect(createKeptRuns().keep(trainedRun())).rejects.toThrow();
  });

  it('cannot be kept where the store never answers', async () => {
    vi.useFakeTimers();
    vi.spyOn(IDBFactory.prototype, 'open').mockReturnValue({} as IDBOpenDBRequest);
    const answer = createKeptRuns().canKeep(1);
    await vi.advanceTimersByTimeAsync(4000);
    expect(await answer).toBe(false);
  });
});
