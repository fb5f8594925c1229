// Against the browser's own IndexedDB.
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { networkPlan } from '../../catalog/architectures/registry';
import { widthOf } from '../../catalog/architectures/plan';
import { defaultExperiment } from '../../core/experiment/experiment';
import { fakeBackend, startedEvent } from '../testing/fake-engine';
import { checkpointAt } from '../testing/test-session';
import { applyEvent } from '../runs/apply-event';
import { newRun } from '../runs/run';
import { keptRunOf, type KeptRun } from './kept-run';
import { createRunArchive, mostRuns } from './run-archive';

const experiment = { ...defaultExperiment, hidden: [8] };

function trainedRun(id = 'run', step = 9): KeptRun {
  const { layers } = networkPlan(experiment, [28, 28, 1]);
  const weights = layers.flatMap(({ kernelShape, outputShape }) => [
    new Float32Array(widthOf(kernelShape)).fill(0.25),
    new Float32Array(widthOf(outputShape)),
  ]);
  const checkpoint = {
    ...checkpointAt(step, experiment),
    weights,
    optimizer: { updates: step, slots: [weights, weights] },
  };
  const run = applyEvent(newRun(id, experiment, null), startedEvent(id, experiment));
  const kept = keptRunOf({ ...run, step, checkpoint }, fakeBackend);
  if (kept === null) throw new Error('A trained run is worth keeping.');
  return kept;
}

/** A new one, as another page has it. */
const archive = createRunArchive;

beforeEach(async () => {
  for (const { id } of await archive().list()) await archive().remove(id);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the archive of runs', () => {
  it('gives a run back as it was, arrays and all, and lists it without its weights', async () => {
    const run = trainedRun();
    const entry = await archive().keep(run);
    expect(await archive().read('run')).toEqual(run);
    expect(await archive().list()).toEqual([entry]);
    expect(entry).toMatchObject({ id: 'run', step: 9, name: null, backend: 'wasm', data: { name: 'MNIST' } });
    const floats = (run.record.checkpoint?.weights ?? []).reduce((sum, { length }) => sum + length, 0);
    expect(entry?.bytes).toBe(3 * 4 * floats);
    expect(await archive().read('another')).toBeNull();
  });

  it('keeps the newest state of a run, and what was written about it', async () => {
    await archive().keep(trainedRun());
    await archive().describe('run', { name: 'Mine', tags: ['class'], isPinned: true });
    await archive().keep(trainedRun('run', 20));
    expect(await archive().list()).toMatchObject([
      { step: 20, name: 'Mine', tags: ['class'], note: '', isPinned: true },
    ]);
  });

  it('copies a run under another id, and removes one with its weights', async () => {
    await archive().keep(trainedRun());
    await archive().copy('run', 'copy', { name: 'Copy', note: '', tags: [], isPinned: false });
    await archive().remove('run');
    expect(await archive().read('run')).toBeNull();
    expect((await archive().list()).map(({ id, name }) => [id, name])).toEqual([['copy', 'Copy']]);
    expect(await archive().read('copy')).toMatchObject({ record: { runId: 'copy', step: 9 } });
    expect(
      await archive().copy('run', 'again', { name: null, note: '', tags: [], isPinned: false }),
    ).toBeNull();
  });

  it('makes room by the oldest run that is not pinned', async () => {
    const clock = vi.spyOn(Date, 'now');
    const runs = archive();
    for (let i = 0; i <= mostRuns; i++) {
      clock.mockReturnValue(1000 + i);
      await runs.keep(trainedRun(`run ${i}`));
      if (i === 0) await runs.describe('run 0', { isPinned: true });
    }
    expect(await runs.list()).toHaveLength(mostRuns + 1);
    clock.mockReturnValue(5000);
    await runs.keep(trainedRun('one more'));
    const ids = (await runs.list()).map(({ id }) => id);
    expect(ids).toHaveLength(mostRuns + 1);
    expect(ids).toContain('run 0');
    expect(ids).not.toContain('run 1');
    expect(await runs.read('run 1')).toBeNull();
  });

  it('says that a run is unreadable where something else was kept, and lists the others', async () => {
    await archive().keep(trainedRun());
    const database = await openDB('hourglass-runs');
    await database.put('runs', { version: 7 }, 'broken');
    await database.put('entries', { id: 'broken', name: 5 });
    database.close();
    expect(await archive().read('broken')).toBe('unreadable');
    expect((await archive().list()).map(({ id }) => id)).toEqual(['run']);
    await archive().remove('broken');
  });

  it('knows when a run would not fit, and gives up on a store that never answers', async () => {
    expect(await archive().canKeep(1e6)).toBe(true);
    expect(await archive().canKeep(1e15)).toBe(false);
    vi.useFakeTimers();
    vi.spyOn(IDBFactory.prototype, 'open').mockReturnValue(new EventTarget() as unknown as IDBOpenDBRequest);
    const answer = archive().canKeep(1);
    await vi.advanceTimersByTimeAsync(4000);
    expect(await answer).toBe(false);
  });
});
