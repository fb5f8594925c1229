// Several runs in one engine, on the real MNIST data, with small networks.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TrainingEvent } from '../../core/engine-api/events';
import type { Checkpoint } from '../../core/run/checkpoint';
import { initialCheckpoint } from '../network/weights/initial-weights';
import { openSession, sessionExperiment, type EngineSession } from '../testing/engine-session';
import { largestDifference } from '../testing/steps';

let session: EngineSession;
let main: string;
beforeAll(async () => {
  session = await openSession('wasm');
});
afterAll(() => session.engine.dispose());
beforeEach(async () => {
  main = await session.newRun();
});

const eventsOf = (runId: string): TrainingEvent[] =>
  session.events.filter((event) => 'runId' in event && event.runId === runId);

/** Two different experiments. */
const both = { plain: {}, corrupted: { noise: 'gaussian', codeSize: 5, seed: 4 } } as const;

describe('a run beside another', () => {
  test('reports what any run reports, under its own id', async () => {
    const beside = await session.newRunBeside({ codeSize: 5 });
    await session.until('map', ({ runId }) => runId === beside, 0);
    const reported = eventsOf(beside).map((event) => (event.type === 'stage' ? event.stage : event.type));
    expect(reported).toEqual([
      ...['data', 'network', 'warm-up', 'started', 'ready'],
      ...['snapshot', 'evaluation', 'code-statistics', 'map'],
    ]);
    expect(eventsOf(beside).find(({ type }) => type === 'started')).toMatchObject({
      step: 0,
      experiment: { codeSize: 5 },
      parameters: 784 * 8 + 8 + (8 * 5 + 5) + (5 * 8 + 8) + 8 * 784 + 784,
    });
  });

  test('trains to exactly the losses it has alone, and so does the other', async () => {
    const alone: number[][] = [];
    for (const patch of Object.values(both)) {
      const runId = await session.newRun(patch);
      await session.finish(runId, 25);
      alone.push(session.losses(runId));
    }
    const one = await session.newRun(both.plain);
    const other = await session.newRunBeside(both.corrupted);
    await Promise.all([session.finish(one, 25), session.finish(other, 25)]);
    expect([session.losses(one), session.losses(other)]).toEqual(alone);
  });

  test('takes turns: neither waits for the other to end', async () => {
    const beside = await session.newRunBeside();
    const from = session.events.length;
    await Promise.all([session.finish(main, 150), session.finish(beside, 150)]);
    const steps = session.events.slice(from).flatMap((event) => (event.type === 'progress' ? [event] : []));
    const firstOf = (runId: string) => steps.findIndex((event) => event.runId === runId);
    const lastOf = (runId: string) => steps.findLastIndex((event) => event.runId === runId);
    expect(firstOf(beside)).toBeLessThan(lastOf(main));
    expect(firstOf(main)).toBeLessThan(lastOf(beside));
  });

  test('is paused, stepped and changed on its own', async () => {
    const beside = await session.newRunBeside();
    session.engine.play(main);
    session.engine.step(beside);
    expect(await session.until('paused')).toMatchObject({ runId: beside, step: 1, reason: 'stepped' });
    session.engine.change(main, { learningRate: 0.02 });
    session.engine.change(beside, { codeSize: 6 });
    session.engine.change(main, { batchSize: 32 });
    const changed = await session.until('changed', ({ runId }) => runId === beside, 0);
    expect(changed.patch).toEqual({ codeSize: 6 });
    expect(await session.until('changed', ({ runId }) => runId === main, 0)).toMatchObject({
      patch: { learningRate: 0.02, batchSize: 32 },
    });
    await session.until('progress', ({ runId, step }) => runId === main && step > 20);
    session.engine.pause(main);
    expect(await session.until('paused')).toMatchObject({ runId: main, reason: 'asked' });
    expect(session.losses(beside)).toHaveLength(1);
  });

  test('rolls back alone when it diverges; the other continues', async () => {
    const start = initialCheckpoint({ ...sessionExperiment, optimizer: 'sgd' }, [28, 28, 1]);
    const overflow = (values: Float32Array) => new Float32Array(values.length).fill(Infinity);
    const aboutToDiverge: Checkpoint = {
      ...start,
      optimizer: { updates: 0, slots: start.optimizer.slots.map((slot) => slot.map(overflow)) },
    };
    const beside = await session.newRunBeside({}, aboutToDiverge);
    const diverged = session.until('diverged');
    session.engine.play(beside);
    await session.finish(main, 60);
    expect(await diverged).toMatchObject({ runId: beside, restoredStep: 0 });
    expect(session.losses(main)).toHaveLength(60);
    expect(session.losses(main).every(Number.isFinite)).toBe(true);
  });

  test('of another data set is refused with a code; nothing else happens', async () => {
    const refused = session.engine.buildBeside('900', { ...sessionExperiment, dataset: 'quickdraw' }, null);
    await expect(refused).rejects.toMatchObject({
      failure: { code: 'run.other-dataset', runId: '900', dataset: 'quickdraw', others: 'mnist' },
    });
    expect(await session.engine.inspect(main, 0)).toMatchObject({ runId: main, label: 7 });
    expect(eventsOf('900')).toEqual([]);
    expect(session.events.some(({ type }) => type === 'failed')).toBe(false);
  });
});

describe('ending', () => {
  test('one leaves the other; commands for the ended run are dropped', async () => {
    const beside = await session.newRunBeside();
    session.engine.play(beside);
    await session.until('progress', ({ runId }) => runId === beside);
    session.engine.end(beside);
    session.engine.play(beside);
    expect(await session.engine.inspect(main, 0)).toMatchObject({ runId: main });
    const reported = eventsOf(beside).length;
    await session.finish(main, 30);
    expect(eventsOf(beside)).toHaveLength(reported);
  });

  test('the main run leaves the others, which still answer', async () => {
    const beside = await session.newRunBeside({ codeSize: 6 });
    await session.newRunBeside({ codeSize: 7 });
    await session.until('map', ({ runId }) => runId === beside, 0);
    expect(await session.engine.inspect(main, 0)).toMatchObject({ runId: main, code: { length: 3 } });
    session.engine.end(main);
    expect(await session.engine.inspect(main, 0)).toBeNull();
    expect(await session.engine.inspect(beside, 0)).toMatchObject({ runId: beside, code: { length: 6 } });
  });

  test('the last run makes room for a run of another data set, without a main run', async () => {
    session.engine.end(main);
    expect(await session.engine.inspect(main, 0)).toBeNull();
    const beside = await session.newRunBeside({ dataset: 'quickdraw' });
    expect(await session.finish(beside, 2)).toMatchObject({ step: 2 });
  });

  test('a run that is not built yet prevents its build', async () => {
    const built = session.engine.buildBeside('901', sessionExperiment, null);
    session.engine.end('901');
    await built;
    expect(eventsOf('901')).toEqual([]);
  });

  test('building a main run ends all', async () => {
    const beside = await session.newRunBeside();
    session.engine.play(beside);
    const next = await session.newRun();
    const reported = eventsOf(beside).length;
    await session.finish(next, 20);
    expect(eventsOf(beside)).toHaveLength(reported);
  });
});

test('runs that are built, trained, resized and ended side by side leak no tensor', async () => {
  const before = await session.engine.countTensors();
  for (let round = 0; round < 3; round++) {
    const one = await session.newRunBeside({ noise: 'masking' });
    const other = await session.newRunBeside({ codeSize: 5, optimizer: 'sgd' });
    await Promise.all([session.finish(one, 8), session.finish(other, 5)]);
    session.engine.change(other, { codeSize: 9 });
    session.engine.play(other);
    await session.until('progress', ({ runId, step }) => runId === other && step > 5);
    session.engine.end(one);
    session.engine.end(other);
  }
  expect(await session.engine.countTensors()).toBe(before);
});

describe('the views', () => {
  const pixels = Uint8Array.from({ length: 784 }, (_, i) => (Math.floor(i / 28) % 3 === 0 ? 255 : 0));
  const snapshotOf = (runId: string, accepts: (indices: string) => boolean) =>
    session.until('snapshot', (event) => event.runId === runId && accepts(event.indices.join()));

  test('show the same images of every run, including runs added later', async () => {
    const beside = await session.newRunBeside({ codeSize: 5 });
    const first = await session.until('snapshot', ({ runId }) => runId === beside, 0);
    const isOther = (indices: string) => indices !== first.indices.join();
    const shown = Promise.all([snapshotOf(main, isOther), snapshotOf(beside, isOther)]);
    session.engine.showOthers();
    const [mine, its] = await shown;
    expect(its.indices).toEqual(mine.indices);
    expect(its.focus).toEqual(mine.focus);
    const later = await session.newRunBeside();
    const latest = await session.until('snapshot', ({ runId }) => runId === later, 0);
    expect(latest.indices).toEqual(mine.indices);
    expect(latest.focus).toEqual(mine.focus);
  });

  test('have the same focus in every run', async () => {
    const beside = await session.newRunBeside();
    await session.until('map', ({ runId }) => runId === beside, 0);
    const focused = (run: string) =>
      session.until(
        'snapshot',
        ({ runId, focus }) => runId === run && focus.kind === 'sample' && focus.index === 321,
      );
    const shown = Promise.all([focused(main), focused(beside)]);
    session.engine.setFocus({ kind: 'sample', index: 321 });
    const [mine, its] = await shown;
    expect(its.activations[0]).toEqual(mine.activations[0]);
  });

  test('show the drawing through every run', async () => {
    const beside = await session.newRunBeside({ codeSize: 5 });
    const answered = (run: string) =>
      session.until('drawing', ({ runId, drawingId }) => runId === run && drawingId === 7);
    const answers = Promise.all([answered(main), answered(beside)]);
    session.engine.setDrawing(7, pixels);
    const [mine, its] = await answers;
    expect(its.original).toEqual(mine.original);
    expect([mine.code.length, its.code.length]).toEqual([3, 5]);
    session.engine.setDrawing(8, null);
  });

  test('compare every run with the same mean image', async () => {
    const beside = await session.newRunBeside({ codeSize: 5 });
    const measured = (run: string) =>
      session.until('evaluation', ({ runId, scope }) => runId === run && scope === 'all', 0);
    const [mine, its] = await Promise.all([measured(main), measured(beside)]);
    expect(mine.meanImageMse).toBeGreaterThan(0.06);
    expect(largestDifference([its.meanImageMse], [mine.meanImageMse])).toBeLessThan(0.001);
  });
});
