import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Snapshot } from '../../core/engine-api/looking';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import type { Session } from '../session';
import { evaluationEvent, progressEvent, startedEvent, type FakeEngine } from '../testing/fake-engine';
import { snapshotEvent } from '../testing/snapshot-event';
import { memoryRunArchive } from '../testing/memory-run-archive';
import { checkpointAt, createTestSession, settleImports as settle } from '../testing/test-session';

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

it('measures each seed at the same ten steps on the way, and keeps it as a run of a group', async () => {
  const runs = memoryRunArchive();
  ({ session, engine } = createTestSession({ runArchive: () => Promise.resolve(runs) }));
  const { sweeps } = session;
  sweeps.start({ base: defaultExperiment, setting: 'seed', values: [1, 2, 3], steps: 100 }, 'Repeated');
  await settle();
  const experiment = engine.commands.findLast(([name]) => name === 'build')?.[2] as Experiment;
  const runId = engine.runId();
  engine.emit(startedEvent(runId, experiment));
  const lastSteps = () => engine.commands.filter(([name]) => name === 'play').map((command) => command[2]);
  for (let step = 10; step <= 100; step += 10) {
    expect(lastSteps().at(-1)).toBe(step);
    engine.emit(progressEvent(runId, step, Array<number>(10).fill(0.1)));
    // As time allows, and so at no step that all seeds share.
    engine.emit(evaluationEvent(runId, { scope: 'all', step: step - 1, mse: 9 }));
    engine.emit({ type: 'paused', runId, step, reason: 'finished' });
    engine.emit(evaluationEvent(runId, { scope: 'all', step, mse: 1 / step }));
  }
  engine.emit({ type: 'checkpoint', runId, checkpoint: checkpointAt(100, experiment) });
  engine.emit(snapshotEvent(runId, 100, experiment) satisfies Snapshot);
  const [point] = sweeps.store.getState().sweeps[0]!.points;
  expect(point!.course!.steps).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  expect(point!.course!.testMse.at(-1)).toBe(point!.testMse);
  expect(point!.course!.testMse[0]).toBe(0.1);
  expect(sweeps.store.getState().running?.value).toBe(2);
  const group = { id: sweeps.store.getState().sweeps[0]!.id, name: 'Repeated' };
  await vi.waitFor(() => expect([...runs.entries.values()]).toMatchObject([{ id: runId, step: 100, group }]));
});

it('keeps the terms of a Gaussian code with each beta', async () => {
  const { sweeps } = session;
  const base: Experiment = { ...defaultExperiment, codeKind: 'gaussian' };
  sweeps.start({ base, setting: 'beta', values: [2], steps: 100 }, 'Beta');
  await settle();
  const runId = engine.runId();
  const experiment = engine.commands.findLast(([name]) => name === 'build')?.[2] as Experiment;
  engine.emit(startedEvent(runId, experiment));
  const terms = { reconstruction: 90, kl: 21 };
  engine.emit(evaluationEvent(runId, { scope: 'all', step: 100, terms }));
  engine.emit(snapshotEvent(runId, 100, experiment) satisfies Snapshot);
  expect(sweeps.store.getState().sweeps[0]?.points).toMatchObject([{ value: 2, terms }]);
});
