import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultExperiment, type Experiment } from '../../../core/experiment/experiment';
import { progressEvent, startedEvent } from '../../testing/fake-engine';
import { memoryRunArchive } from '../../testing/memory-run-archive';
import { checkpointAt, startTestSession } from '../../testing/test-session';
import { keptRunOf } from '../kept-run';
import { newRun } from '../../runs/run';
import { offerLastRun } from './offer-last-run';

type Visit = Pick<Awaited<ReturnType<typeof startTestSession>>, 'session' | 'engine'>;

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A page with two kept runs; `latest` was trained last. */
async function visit(asked: Experiment | null = null, heldElsewhere: readonly string[] = []): Promise<Visit> {
  const archive = memoryRunArchive();
  for (const [runId, step] of [
    ['first', 300],
    ['latest', 1200],
  ] as const) {
    const run = newRun(runId, defaultExperiment, null);
    const kept = keptRunOf(
      { ...run, step, checkpoint: checkpointAt(step), facts: startedEvent(runId) },
      null,
    );
    if (kept) await archive.keep(kept);
  }
  const { session, engine } = await startTestSession({ runArchive: () => Promise.resolve(archive) });
  engine.emit(startedEvent('1'));
  await offerLastRun({
    archivist: session.archivist,
    notices: session.notices,
    holds: { held: () => Promise.resolve(new Set(heldElsewhere)) },
    run: session.run.store,
    asked,
  });
  return { session, engine };
}

const messages = ({ session: { notices } }: Visit) => notices.store.getState().map(({ message }) => message);

it('the run that was trained last is offered, and comes back at its step', async () => {
  const page = await visit();
  const { session } = page;
  expect(messages(page)).toEqual(['Go on with Undercomplete, step 1,200, MNIST?']);
  session.notices.store.getState()[0]?.action?.onClick();
  await vi.waitFor(() => expect(session.run.store.getState()).toMatchObject({ runId: 'latest', step: 1200 }));
  expect(session.run.store.getState().wantsTraining).toBe(false);
  expect(messages(page)).toEqual([]);
});

it('what another tab trains is left to it', async () => {
  expect(messages(await visit(null, ['latest']))).toEqual([expect.stringContaining('step 300')]);
});

it('an address that asks for another network gets it unasked; one that the run can follow does not', async () => {
  expect(messages(await visit({ ...defaultExperiment, dataset: 'quickdraw' }))).toEqual([]);
  expect(messages(await visit({ ...defaultExperiment, learningRate: 0.01 }))).toHaveLength(1);
});

it('what was dismissed is not offered again, until it has been trained further', async () => {
  const { session } = await visit();
  session.notices.store.getState()[0]?.onDismiss?.();
  expect(messages(await visit())).toEqual([]);
  stored.set('hourglass-refused-run', 'latest 1100');
  expect(messages(await visit())).toHaveLength(1);
});

it('the offer goes when something else is trained', async () => {
  const page = await visit();
  page.session.run.toggle();
  page.engine.emit(progressEvent('1', 10, Array<number>(10).fill(0.02)));
  expect(messages(page)).toEqual([]);
});
