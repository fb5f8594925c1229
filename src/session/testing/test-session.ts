// For tests only: a session on a fake engine, that keeps sweeps in memory and numbers its runs.
import { vi } from 'vitest';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import type { Checkpoint } from '../../core/run/checkpoint';
import { createFakeEngine, startedEvent, type FakeEngine } from './fake-engine';
import { createSession, type Session } from '../session';
import type { SessionPorts } from '../session-ports';
import type { Holds } from '../page/holds';
import { createDatasets } from '../datasets/datasets';
import type { SweepArchive } from '../sweeps/sweep-archive';
import type { SweepRecord } from '../sweeps/sweep-record';

export function createTestSession(ports: Partial<SessionPorts> = {}): {
  session: Session;
  engine: FakeEngine;
} {
  const engine = createFakeEngine();
  let lastRunId = 0;
  const session = createSession({
    openEngine: engine.open,
    archive: memoryArchive(),
    datasets: createDatasets(() => Promise.reject(new Error('no storage'))),
    holds: { hold: () => () => undefined, heldElsewhere: () => Promise.resolve(new Set()) },
    runHolds: noHolds,
    newRunId: () => String(++lastRunId),
    ...ports,
  });
  return { session, engine };
}

/** The same, started, with the first run ready. */
export async function startTestSession(
  ports: Partial<SessionPorts> = {},
): Promise<ReturnType<typeof createTestSession>> {
  const { session, engine } = createTestSession(ports);
  session.start();
  await settle();
  const runId = engine.runId();
  engine.emit(startedEvent(runId));
  engine.emit({ type: 'stage', runId, stage: 'ready', message: { code: 'stage.ready' } });
  return { session, engine };
}

/** No other tab holds anything. */
const noHolds: Holds = {
  hold: () => () => undefined,
  held: () => Promise.resolve(new Set()),
  isHeld: () => Promise.resolve(false),
};

/** A checkpoint without weights. */
export function checkpointAt(step: number, experiment: Experiment = defaultExperiment): Checkpoint {
  return {
    experiment,
    step,
    samplesPassed: 128 * step,
    weights: [],
    optimizer: { updates: step, slots: [] },
  };
}

/** What the fake engine and the session have promised has happened after this. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** The same, and code that comes when it is needed has come. */
export async function settleImports(): Promise<void> {
  await vi.dynamicImportSettled();
  await settle();
}

function memoryArchive(kept = new Map<string, SweepRecord>()): SweepArchive {
  return {
    read: () => Promise.resolve([...kept.values()]),
    keep: (record) => Promise.resolve(void kept.set(record.id, record)),
    remove: (id) => Promise.resolve(void kept.delete(id)),
  };
}
