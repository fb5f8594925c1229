import { beforeEach, describe, expect, it } from 'vitest';
import type { TrainingEvent } from '../../core/engine-api/events';
import type { Snapshot } from '../../core/engine-api/looking';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import type { SweepPlan } from '../../core/sweep/sweep';
import { evaluationEvent, fakeBackend, startedEvent, type FakeEngine } from '../testing/fake-engine';
import { createTestSession, settleImports as settle } from '../testing/test-session';
import type { SweepArchive } from './sweep-archive';
import type { SweepRecord } from './sweep-record';
import type { SweepRunner } from './sweep-runner';

const plan: SweepPlan = { base: defaultExperiment, setting: 'codeSize', values: [1, 2, 4], steps: 100 };

describe('a sweep', () => {
  let engine: FakeEngine;
  let runner: SweepRunner;
  let kept: Map<string, SweepRecord>;
  let refuses: boolean;
  let notices: () => readonly (string | undefined)[];

  /** A page on which nothing but a sweep is trained. */
  function open(held: ReadonlySet<string> = new Set()): void {
    const refusing = <T>(answer: () => T) =>
      refuses ? Promise.reject(new Error('no store')) : Promise.resolve(answer());
    const archive: SweepArchive = {
      read: () => refusing(() => [...kept.values()]),
      keep: (record) => refusing(() => void kept.set(record.id, record)),
      remove: (id) => refusing(() => void kept.delete(id)),
    };
    const holds = { hold: () => () => undefined, heldElsewhere: () => Promise.resolve(held) };
    const page = createTestSession({ archive, holds });
    engine = page.engine;
    runner = page.session.sweeps;
    notices = () => page.session.notices.store.getState().map(({ detail, message }) => detail ?? message);
  }

  beforeEach(() => {
    kept = new Map();
    refuses = false;
    open();
  });

  const record = () => runner.store.getState().sweeps[0];
  const names = () => engine.commands.map(([name]) => name);
  const experiment = () => engine.commands.findLast(([name]) => name === 'build')?.[2] as Experiment;
  const emit = (event: object) => engine.emit({ runId: engine.runId(), ...event } as TrainingEvent);

  /** The engine trains the value under way to its end and measures. */
  function trainOne(mse: number): void {
    engine.emit(startedEvent(engine.runId(), experiment()));
    const picture = new Float32Array(4).fill(0.5);
    const snapshot = {
      ...{ type: 'snapshot', step: 100, experiment: experiment() },
      ...{ indices: Uint32Array.of(3), labels: Uint16Array.of(7) },
      original: picture,
      reconstructed: new Float32Array([-1, 0, 0.5, 2]),
    } as unknown as Snapshot;
    const runId = engine.runId();
    emit(evaluationEvent(runId, { scope: 'all', step: 40, mse: 9 }));
    emit(evaluationEvent(runId, { scope: 'subset', step: 100, mse: 8 }));
    emit(evaluationEvent(runId, { scope: 'all', step: 100, mse }));
    emit(snapshot);
  }

  it('trains each value as many steps, in order, and keeps each as soon as it is finished', async () => {
    runner.start(plan, 'Dense');
    await settle();
    expect(names()).toEqual(['setSeen', 'build', 'play']);
    expect(experiment().codeSize).toBe(1);
    expect(engine.commands.find(([name]) => name === 'play')?.[2]).toBe(100);
    trainOne(0.05);
    await settle();
    expect([...kept.values()][0]?.points).toEqual([
      {
        value: 1,
        codeSize: 1,
        steps: 100,
        testMse: 0.05,
        indices: Uint32Array.of(3),
        labels: Uint16Array.of(7),
        originals: Uint8Array.of(128, 128, 128, 128),
        reconstructions: Uint8Array.of(0, 0, 128, 255),
        epoch: 0,
      },
    ]);
    expect(experiment().codeSize).toBe(2);
    expect(runner.store.getState().running).toMatchObject({ value: 2, step: 0, steps: 100 });
    trainOne(0.04);
    trainOne(0.03);
    expect(record()?.points.map(({ testMse }) => testMse)).toEqual([0.05, 0.04, 0.03]);
    expect(record()?.status).toBe('finished');
    expect(runner.store.getState().running).toBeNull();
    expect(engine.disposed()).toBe(1);
  });

  it('pauses and goes on where it was; cancelled, it keeps what it has', async () => {
    runner.start(plan, 'Dense');
    await settle();
    runner.pause();
    engine.emit(startedEvent(engine.runId(), experiment()));
    expect(names()).toEqual(['setSeen', 'build', 'play', 'pause']);
    expect(record()?.status).toBe('paused');
    runner.goOn();
    expect(names().at(-1)).toBe('play');
    trainOne(0.05);
    runner.cancel();
    expect(record()).toMatchObject({ status: 'cancelled', points: [{ value: 1 }] });
    runner.goOn(record()?.id);
    await settle();
    expect(experiment().codeSize).toBe(2);
  });

  it('goes on with the next value when one diverges', async () => {
    runner.start(plan, 'Dense');
    await settle();
    emit({ type: 'diverged', step: 7, restoredStep: 0, cause: 'weights' });
    expect(record()?.failures).toEqual([{ value: 1, reason: { code: 'run.diverged', step: 7 } }]);
    expect(experiment().codeSize).toBe(2);
  });

  it('survives its engine: another goes on from the last checkpoint, and at the third death the value is given up', async () => {
    runner.start(plan, 'Dense');
    await settle();
    const runId = engine.runId();
    const checkpoint = { step: 60, experiment: experiment() };
    emit({ type: 'checkpoint', checkpoint });
    engine.die();
    await settle();
    expect(engine.opened).toHaveLength(2);
    expect(engine.runId()).toBe(runId);
    expect(engine.commands.findLast(([name]) => name === 'build')?.slice(2)).toEqual([
      expect.objectContaining({ codeSize: 1 }),
      checkpoint,
    ]);
    engine.die();
    await settle();
    engine.die({ code: 'unexpected', detail: 'out of memory' });
    await settle();
    expect(record()?.failures).toEqual([
      { value: 1, reason: { code: 'unexpected', detail: 'out of memory' } },
    ]);
    expect(experiment().codeSize).toBe(2);
    expect(engine.runId()).not.toBe(runId);
  });

  it('forgives an engine its deaths with every value that is trained', async () => {
    runner.start(plan, 'Dense');
    await settle();
    for (const mse of [0.05, 0.04, 0.03]) {
      for (let death = 0; death < 2; death++) {
        engine.die();
        await settle();
      }
      trainOne(mse);
      await settle();
    }
    expect(record()).toMatchObject({ status: 'finished', failures: [] });
    expect(record()?.points).toHaveLength(3);
  });

  it('falls back to another backend where one refuses the work, from the last checkpoint, and stays on it', async () => {
    engine.reportFromNow({ ...fakeBackend, name: 'webgpu' });
    runner.start(plan, 'Dense');
    await settle();
    const refuse = () => emit({ type: 'failed', kind: 'refused', fatal: true, message: 'too many buffers' });
    const checkpoint = { step: 60, experiment: experiment() };
    emit({ type: 'checkpoint', checkpoint });
    engine.reportFromNow({ ...fakeBackend, name: 'wasm' });
    refuse();
    await settle();
    expect(engine.opened).toEqual(['auto', 'wasm']);
    expect(engine.commands.findLast(([name]) => name === 'build')?.[3]).toEqual(checkpoint);
    refuse();
    await settle();
    expect(engine.opened).toEqual(['auto', 'wasm', 'cpu']);
    trainOne(0.05);
    expect(record()).toMatchObject({ points: [{ value: 1, testMse: 0.05 }], failures: [] });
    expect(engine.opened).toHaveLength(3);
  });

  it('leaves out a value that the engine would not build, and says why', async () => {
    engine.refuseBuilds('a code of 1 is too short');
    runner.start(plan, 'Dense');
    await settle();
    expect(record()?.failures[0]).toEqual({
      value: 1,
      reason: { code: 'unexpected', detail: 'a code of 1 is too short' },
    });
    expect(record()?.status).toBe('finished');
    expect(runner.store.getState().running).toBeNull();
  });

  it('is interrupted, with nothing given up, where no engine can be opened at all', async () => {
    engine.refuseAlways('no backend works');
    runner.start(plan, 'Dense');
    await settle();
    expect(record()).toMatchObject({ status: 'interrupted', failures: [] });
    expect(notices()).toEqual(['no backend works']);
  });

  it('that was under way when its page was closed is interrupted, and goes on with what is missing', async () => {
    runner.start(plan, 'Dense');
    await settle();
    trainOne(0.05);
    await settle();
    open();
    await runner.restore();
    expect(record()).toMatchObject({ status: 'interrupted', points: [{ value: 1, testMse: 0.05 }] });
    runner.goOn(record()?.id);
    await settle();
    trainOne(0.04);
    trainOne(0.03);
    expect(record()?.points.map(({ value }) => value)).toEqual([1, 2, 4]);
    expect(engine.commands.filter(([name]) => name === 'build')).toHaveLength(2);
  });

  it('that another tab trains is left to it', async () => {
    runner.start(plan, 'Dense');
    await settle();
    const id = record()?.id ?? '';
    open(new Set([id]));
    await runner.restore();
    expect(runner.store.getState()).toMatchObject({ sweeps: [], restored: true });
  });

  it('says once that nothing can be kept, and trains all the same', async () => {
    refuses = true;
    await runner.restore();
    runner.start(plan, 'Dense');
    await settle();
    trainOne(0.05);
    trainOne(0.04);
    await settle();
    expect(notices()).toEqual([expect.stringContaining('keeps nothing')]);
    expect(record()?.points).toHaveLength(2);
  });

  it.each([
    ['data.missing', 'train-1.shard', 'train-1.shard'],
    ['data.not-here', 'manifest.json', 'not in this browser'],
  ])('keeps what its data set was, and is interrupted by %s of %s', async (code, file, words) => {
    runner.start({ ...plan, base: { ...plan.base, dataset: 'own:0123456789abcdef' } }, 'Own');
    await settle();
    trainOne(0.05);
    expect(record()?.data).toEqual({ name: 'MNIST', shape: [28, 28, 1] });
    emit({ type: 'data-failed', message: { code, file } });
    expect(record()).toMatchObject({ status: 'interrupted', failures: [] });
    expect(notices()).toEqual([expect.stringContaining(words)]);
  });
});
