import { beforeEach, describe, expect, it } from 'vitest';
import type { Snapshot, TrainingEvent } from '../core/engine-api';
import { defaultExperiment, type Experiment } from '../core/experiment';
import type { SweepPlan } from '../core/sweep';
import type { SweepArchive } from './sweep-archive';
import { createSweepRunner, type SweepRunner } from './sweep-runner';
import { sweepStore, type SweepRecord } from './sweep-store';
import { createFakeEngine, startedEvent, type FakeEngine } from './testing/fake-engine';

const plan: SweepPlan = { base: defaultExperiment, setting: 'codeSize', values: [1, 2, 4], steps: 100 };
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a sweep', () => {
  let engine: FakeEngine;
  let runner: SweepRunner;
  let kept: Map<string, SweepRecord>;
  let told: string[];
  let refuses: boolean;

  function create(held: ReadonlySet<string> = new Set()): SweepRunner {
    const refusing = <T>(answer: () => T) =>
      refuses ? Promise.reject(new Error('no store')) : Promise.resolve(answer());
    const archive: SweepArchive = {
      read: () => refusing(() => [...kept.values()]),
      keep: (record) => refusing(() => void kept.set(record.id, record)),
      remove: (id) => refusing(() => void kept.delete(id)),
    };
    return createSweepRunner({
      open: (listeners) => engine.open('auto', listeners, null),
      archive,
      onNotKept: () => told.push('not kept'),
      onInterrupted: (reason) => told.push(reason),
      hold: () => () => undefined,
      heldElsewhere: () => Promise.resolve(held),
    });
  }

  beforeEach(() => {
    sweepStore.setState({ sweeps: [], running: null, restored: false }, true);
    engine = createFakeEngine();
    kept = new Map();
    told = [];
    refuses = false;
    runner = create();
  });

  const record = () => sweepStore.getState().sweeps[0];
  const names = () => engine.orders.map(([name]) => name);
  const experiment = () => engine.orders.findLast(([name]) => name === 'build')?.[2] as Experiment;
  const emit = (event: object) => engine.emit({ runId: engine.runId(), ...event } as TrainingEvent);

  /** The engine trains the value under way to its end and measures. */
  function trainOne(mse: number): void {
    engine.emit(startedEvent(engine.runId(), experiment()));
    const picture = new Float32Array(4).fill(0.5);
    const snapshot = {
      type: 'snapshot',
      step: 100,
      experiment: experiment(),
      indices: Uint32Array.of(3),
      labels: Uint16Array.of(7),
      original: picture,
      reconstructed: new Float32Array([-1, 0, 0.5, 2]),
    } as unknown as Snapshot;
    emit({ type: 'evaluation', scope: 'all', step: 40, mse: 9 });
    emit({ type: 'evaluation', scope: 'subset', step: 100, mse: 8 });
    emit({ type: 'evaluation', scope: 'all', step: 100, mse });
    emit(snapshot);
  }

  it('trains each value as many steps, in order, and keeps each as soon as it is finished', async () => {
    runner.start(plan, 'Dense');
    await settle();
    expect(names()).toEqual(['setSeen', 'build']);
    expect(experiment().codeSize).toBe(1);
    trainOne(0.05);
    expect(engine.orders.find(([name]) => name === 'play')?.[2]).toBe(100);
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
      },
    ]);
    expect(experiment().codeSize).toBe(2);
    expect(sweepStore.getState().running).toMatchObject({ value: 2, step: 0, steps: 100 });
    trainOne(0.04);
    trainOne(0.03);
    expect(record()?.points.map(({ testMse }) => testMse)).toEqual([0.05, 0.04, 0.03]);
    expect(record()?.status).toBe('finished');
    expect(sweepStore.getState().running).toBeNull();
    expect(engine.disposed()).toBe(1);
  });

  it('pauses and goes on where it was; cancelled, it keeps what it has', async () => {
    runner.start(plan, 'Dense');
    await settle();
    runner.pause();
    engine.emit(startedEvent(engine.runId(), experiment()));
    expect(names()).toEqual(['setSeen', 'build', 'pause']);
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
    expect(record()?.failures).toEqual([{ value: 1, reason: expect.stringContaining('step 7') as string }]);
    expect(experiment().codeSize).toBe(2);
  });

  it('survives its engine: another goes on from the last checkpoint, and at the third death the value is given up', async () => {
    runner.start(plan, 'Dense');
    await settle();
    const checkpoint = { step: 60, experiment: experiment() };
    emit({ type: 'checkpoint', checkpoint });
    engine.die();
    await settle();
    expect(engine.opened).toHaveLength(2);
    expect(engine.orders.findLast(([name]) => name === 'build')?.slice(2)).toEqual([
      expect.objectContaining({ codeSize: 1 }),
      checkpoint,
    ]);
    engine.die();
    await settle();
    engine.die('out of memory');
    await settle();
    expect(record()?.failures).toEqual([{ value: 1, reason: 'out of memory' }]);
    expect(experiment().codeSize).toBe(2);
  });

  it('that was under way when its page was closed is interrupted, and goes on with what is missing', async () => {
    runner.start(plan, 'Dense');
    await settle();
    trainOne(0.05);
    await settle();
    sweepStore.setState({ sweeps: [], running: null, restored: false }, true);
    engine = createFakeEngine();
    const later = create();
    await later.restore();
    expect(record()).toMatchObject({ status: 'interrupted', points: [{ value: 1, testMse: 0.05 }] });
    later.goOn(record()?.id);
    await settle();
    trainOne(0.04);
    trainOne(0.03);
    expect(record()?.points.map(({ value }) => value)).toEqual([1, 2, 4]);
    expect(engine.orders.filter(([name]) => name === 'build')).toHaveLength(2);
  });

  it('that another tab trains is left to it', async () => {
    runner.start(plan, 'Dense');
    await settle();
    const id = record()?.id ?? '';
    sweepStore.setState({ sweeps: [], running: null, restored: false }, true);
    await create(new Set([id])).restore();
    expect(sweepStore.getState()).toMatchObject({ sweeps: [], restored: true });
  });

  it('says once that nothing can be kept, and trains all the same', async () => {
    refuses = true;
    await runner.restore();
    runner.start(plan, 'Dense');
    await settle();
    trainOne(0.05);
    trainOne(0.04);
    await settle();
    expect(told).toEqual(['not kept']);
    expect(record()?.points).toHaveLength(2);
  });

  it('is interrupted, with what is missing left for later, when there is no data', async () => {
    runner.start(plan, 'Dense');
    await settle();
    emit({ type: 'data-failed', message: 'train-1.shard could not be had' });
    expect(record()).toMatchObject({ status: 'interrupted', failures: [] });
    expect(told).toEqual(['train-1.shard could not be had']);
  });
});
