// A run that is taken to another browser as a file, with the real engine on both sides.
import { afterEach, expect, it } from 'vitest';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import { openEngine } from '../engine/engine-client';
import type { Session } from '../session';
import { memoryRunArchive } from '../testing/memory-run-archive';
import { createTestSession } from '../testing/test-session';
import { importRuns } from './exchange/import-runs';
import { runToExport } from './exchange/run-to-export';
import { runFile } from './files-of-run';

const experiment: Experiment = {
  ...defaultExperiment,
  dataset: 'mnist1d',
  hidden: [8],
  codeSize: 2,
  batchSize: 16,
  outputActivation: 'linear',
};
const patience = { timeout: 60_000, interval: 50 };
const sessions: Session[] = [];
afterEach(() => sessions.splice(0).forEach((session) => session.dispose()));

/** A browser of its own, with nothing in its list. */
async function openBrowser(): Promise<Session> {
  const archive = memoryRunArchive();
  const { session } = createTestSession({
    openEngine,
    experiment,
    runArchive: () => Promise.resolve(archive),
  });
  sessions.push(session);
  void session.engine.choose('wasm');
  session.start();
  await isReady(session);
  return session;
}

const isReady = ({ run }: Session) => expect.poll(() => run.store.getState().stage, patience).toBe('ready');

async function makeSteps({ run }: Session, count: number): Promise<void> {
  for (let made = 0; made < count; made++) {
    const next = run.store.getState().step + 1;
    run.step();
    await expect.poll(() => run.store.getState().checkpoint?.step, patience).toBe(next);
  }
}

/** Every loss and every weight. */
function stateOf({ run }: Session) {
  const { step, curves, checkpoint } = run.store.getState();
  return { step, losses: curves.train.means, checkpoint };
}

it(
  'goes on with the losses and the weights of an uninterrupted run, bit for bit',
  { timeout: 120_000 },
  async () => {
    const here = await openBrowser();
    await makeSteps(here, 3);
    const read = await runToExport(here, here.run.store.getState().runId);
    if (typeof read === 'string') throw new Error(read);
    const file = { name: 'a.hourglass', blob: new Blob([await runFile(read.kept)]) };
    await makeSteps(here, 3);

    const there = await openBrowser();
    const { added, failures } = await importRuns(there, [file]);
    expect(failures).toEqual([]);
    const [{ entry }] = added as [(typeof added)[0]];
    expect(entry).toMatchObject({ step: 3, experiment: { dataset: 'mnist1d' } });
    expect(await there.archivist.open(entry.id)).toBe('opened');
    await isReady(there);
    expect(there.run.store.getState().step).toBe(3);
    await makeSteps(there, 3);
    expect(stateOf(there)).toEqual(stateOf(here));
    expect(new Set(stateOf(there).losses).size).toBe(6);
  },
);
