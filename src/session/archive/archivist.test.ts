import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultExperiment } from '../../core/experiment/experiment';
import type { Session } from '../session';
import { evaluationEvent, progressEvent, startedEvent, type FakeEngine } from '../testing/fake-engine';
import { memoryRunArchive, type MemoryRunArchive } from '../testing/memory-run-archive';
import { checkpointAt, settle, startTestSession } from '../testing/test-session';

let archive: MemoryRunArchive;
let session: Session;
let engine: FakeEngine;
const notes = new Map<string, string>();
beforeEach(async () => {
  notes.clear();
  vi.stubGlobal('sessionStorage', {
    setItem: (key: string, value: string) => notes.set(key, value),
    removeItem: (key: string) => notes.delete(key),
  });
  archive = memoryRunArchive();
  ({ session, engine } = await startTestSession({ runArchive: () => Promise.resolve(archive) }));
});
afterEach(() => vi.unstubAllGlobals());

const state = () => session.archivist.store.getState();
const ids = () => state().entries.map(({ id }) => id);

/** Trains a run to a step at which the engine takes a checkpoint. */
async function trainTo(step: number, runId = '1'): Promise<void> {
  engine.emit(startedEvent(runId, session.run.experiment.getState()));
  engine.emit(progressEvent(runId, step, Array<number>(step).fill(0.02)));
  engine.emit({
    type: 'checkpoint',
    runId,
    checkpoint: checkpointAt(step, session.run.experiment.getState()),
  });
  await settle();
}

describe('the main run', () => {
  it('is kept at its checkpoints, and the tab knows it as its own', async () => {
    await trainTo(500);
    expect(archive.runs.get('1')?.record).toMatchObject({ runId: '1', step: 500 });
    expect(state().entries).toMatchObject([{ id: '1', step: 500, data: { name: 'MNIST' } }]);
    expect([...notes.values()]).toEqual(['1']);
    // It does not train by itself when the page is there again.
    expect(archive.runs.get('1')?.wantsTraining).toBe(false);
  });

  it('is not written more often than every few seconds while it trains, but at once where it is asked for', async () => {
    await trainTo(500);
    session.run.toggle();
    await trainTo(510);
    expect(archive.runs.get('1')?.record.step).toBe(500);
    await session.archivist.keepNow();
    expect(archive.runs.get('1')?.record.step).toBe(510);
  });

  it('is kept again when the measurement at the end is there', async () => {
    await trainTo(500);
    engine.emit(evaluationEvent('1', { step: 500, scope: 'all', mse: 0.0125 }));
    await settle();
    expect(state().entries[0]?.testMse).toBe(0.0125);
  });

  it('is kept as it was when another takes its place, whatever the press was', async () => {
    await trainTo(500);
    session.run.toggle();
    await trainTo(510);
    session.run.chooseFamily('sparse');
    await settle();
    expect(archive.runs.get('1')?.record).toMatchObject({ step: 510, experiment: defaultExperiment });
    // The new one has not trained.
    expect(ids()).toEqual(['1']);
    expect([...notes.values()]).toEqual([]);
  });

  it('trains on where nothing can be kept, which is said once', async () => {
    archive.failure = new DOMException('', 'QuotaExceededError');
    await trainTo(500);
    await trainTo(600);
    expect(state().problem).toBe('full');
    const notices = session.notices.store.getState();
    expect(notices).toHaveLength(1);
    expect(notices[0]?.message).toContain('no room left');
    archive.failure = null;
    await trainTo(700);
    expect(state().problem).toBeNull();
  });
});

describe('a kept run', () => {
  it('becomes the main run again, at its checkpoint, and the one before it is kept', async () => {
    await trainTo(500);
    session.run.change({ codeKind: 'gaussian' });
    const second = session.run.store.getState().runId;
    await trainTo(40, second);
    engine.commands.length = 0;
    expect(await session.archivist.open('1')).toBe('opened');
    await settle();
    expect(engine.commands).toEqual([
      ['build', '1', defaultExperiment, checkpointAt(500, defaultExperiment)],
    ]);
    expect(session.run.store.getState()).toMatchObject({ runId: '1', step: 500, wantsTraining: false });
    expect(session.run.experiment.getState()).toEqual(defaultExperiment);
    expect(new Set(ids())).toEqual(new Set(['1', second]));
    expect(await session.archivist.open('nothing')).toBe('gone');
  });

  it('is left alone where another tab has it', async () => {
    const elsewhere = await startTestSession({
      runArchive: () => Promise.resolve(archive),
      runHolds: {
        hold: () => () => undefined,
        held: () => Promise.resolve(new Set()),
        isHeld: () => Promise.resolve(true),
      },
    });
    await trainTo(500);
    expect(await elsewhere.session.archivist.open('other')).toBe('elsewhere');
  });

  it('is renamed, tagged, pinned and copied, and keeps that as it trains on', async () => {
    await trainTo(500);
    await session.archivist.describe('1', { name: 'Mine', tags: ['class'], isPinned: true });
    await trainTo(600);
    await session.archivist.refresh();
    expect(state().entries).toMatchObject([{ name: 'Mine', tags: ['class'], isPinned: true }]);
    await session.archivist.duplicate('1', 'Copy of Mine');
    expect(state().entries.map(({ name }) => name)).toEqual(['Copy of Mine', 'Mine']);
    const [copy] = state().entries;
    expect(archive.runs.get(copy?.id ?? '')?.record.runId).toBe(copy?.id);
  });

  it('can be had back for some seconds after it was deleted', async () => {
    await trainTo(500);
    session.archivist.remove('1');
    expect([ids(), state().removed.map(({ id }) => id)]).toEqual([[], ['1']]);
    await session.archivist.refresh();
    expect(ids()).toEqual([]);
    session.archivist.undoRemove('1');
    expect([ids(), state().removed]).toEqual([['1'], []]);
    session.archivist.remove('1');
    session.archivist.finishRemoving();
    await settle();
    expect([archive.runs.size, state().removed]).toEqual([0, []]);
  });
});
