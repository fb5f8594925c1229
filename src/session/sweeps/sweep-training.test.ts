import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Snapshot } from '../../core/engine-api/looking';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import type { Session } from '../session';
import { evaluationEvent, progressEvent, startedEvent, type FakeEngine } from '../testing/fake-engine';
import { snapshotEvent } from '../testing/snapshot-event';
import { createTestSession, settleImports as settle } from '../testing/test-session';

let session: Session;
let engine: FakeEngine;
let nowMs: number;
const left = () => session.sweeps.store.getState().running?.secondsLeft;

beforeEach(() => {
  nowMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
  ({ session, engine } = createTestSession());
});
afterEach(() => vi.restoreAllMocks());

it('tells how long the rest takes by what was trained here, without the time it was paused', async () => {
  const { sweeps } = session;
  // A learning rate costs nothing, so the time is exact.
  const values = [0.1, 0.01, 0.001];
  sweeps.start({ base: defaultExperiment, setting: 'learningRate', values, steps: 100 }, 'Dense');
  await settle();
  const runId = engine.runId();
  const experiment = engine.commands.findLast(([name]) => name === 'build')?.[2] as Experiment;
  engine.emit(startedEvent(runId, experiment));
  expect(left()).toBeNull();
  for (const step of [10, 30]) {
    nowMs = 100 * step;
    engine.emit(progressEvent(runId, step, [0.1]));
  }
  // 10 steps a second: 7 s of this value and 10 s of each other one, which may take as long to build as this one: 1 s.
  expect(left()).toEqual({ low: 27, high: 29 });
  sweeps.pause();
  nowMs = 1_000_000;
  sweeps.goOn();
  nowMs += 9000;
  engine.emit(evaluationEvent(runId, { scope: 'all', step: 100 }));
  engine.emit(snapshotEvent(runId, 100, experiment) satisfies Snapshot);
  expect(session.sweeps.store.getState().running?.value).toBe(0.01);
  expect(left()?.low).toBeCloseTo(2 * 12);
  expect(left()?.high).toBeCloseTo(2 * 12);
});
