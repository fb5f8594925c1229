// The engine's reaction to faults: diverging weights, data that does not arrive.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Checkpoint } from '../../core/run/checkpoint';
import { initialCheckpoint } from '../network/weights/initial-weights';
import { nextTask } from '../actor/next-task';
import { openSession, pageUrl, sessionExperiment, type EngineSession } from '../testing/engine-session';
import { allWeights } from '../testing/steps';

const open: EngineSession[] = [];
async function newSession(baseUrl?: string): Promise<EngineSession> {
  const session = await openSession('wasm', baseUrl);
  open.push(session);
  return session;
}

afterEach(async () => {
  vi.restoreAllMocks();
  for (const { engine } of open.splice(0)) await engine.dispose();
});

const fetchFile = globalThis.fetch.bind(globalThis);

/** Fetches as usual, but only after `admit` allows the file; an error that it throws becomes the response. */
function interceptFetch(admit: (file: string) => Promise<void> | void): void {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    await admit(url.slice(url.lastIndexOf('/') + 1));
    return fetchFile(input, init);
  });
}

describe('a run that diverges', () => {
  const start = initialCheckpoint({ ...sessionExperiment, optimizer: 'sgd' }, [28, 28, 1]);
  const overflow = (values: Float32Array) => new Float32Array(values.length).fill(Infinity);

  /** Its first update makes every weight infinite. */
  const aboutToDiverge: Checkpoint = {
    ...start,
    optimizer: { updates: 0, slots: start.optimizer.slots.map((slot) => slot.map(overflow)) },
  };

  test('rolls back to the last good weights, says so and stops', async () => {
    const session = await newSession();
    const runId = await session.newRun({}, aboutToDiverge);
    const before = await session.until('snapshot');
    session.engine.play(runId);
    const diverged = await session.until('diverged');
    expect(diverged).toMatchObject({ runId, restoredStep: 0 });
    const after = await session.until('snapshot', ({ step }) => step === 0);
    expect(after.reconstructed).toEqual(before.reconstructed);
    const steps = session.losses(runId).length;
    await session.until('map');
    expect(session.losses(runId)).toHaveLength(steps);
    expect((await session.engine.inspect(runId, 0))?.step).toBe(0);
  });

  test('rolls back in a single step too: no checkpoint contains weights that are not finite', async () => {
    const session = await newSession();
    const runId = await session.newRun({}, aboutToDiverge);
    // Test images can be asked about from here on.
    await session.until('snapshot');
    session.engine.step(runId);
    expect(await session.until('diverged')).toMatchObject({ runId, step: 1, restoredStep: 0 });
    const answer = await session.engine.inspect(runId, 0);
    expect(answer?.step).toBe(0);
    expect(answer?.reconstructed.every(Number.isFinite)).toBe(true);
    const kept = session.events.flatMap((event) => (event.type === 'checkpoint' ? [event.checkpoint] : []));
    expect(kept.flatMap(allWeights).every(Number.isFinite)).toBe(true);
  });

  test('trains again with another optimizer', async () => {
    const session = await newSession();
    const runId = await session.newRun({}, aboutToDiverge);
    session.engine.play(runId);
    await session.until('diverged');
    session.engine.change(runId, { optimizer: 'adam' });
    await session.trainTo(runId, 30);
    expect(session.losses(runId).slice(-10).every(Number.isFinite)).toBe(true);
    expect(session.events.filter(({ type }) => type === 'failed')).toEqual([]);
  });
});

test('reports an unrecoverable failure once, and nothing after it', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const session = await newSession();
  const main = await session.newRun();
  const beside = await session.newRunBeside();
  session.engine.play(main);
  session.engine.play(beside);
  await session.until('progress', ({ runId }) => runId === beside);
  // a run cannot apply such a change, and the page never requests it
  session.engine.change(beside, { dataset: 'quickdraw' });
  expect(await session.until('failed')).toMatchObject({ runId: main, kind: 'internal', fatal: true });
  // data may still be arriving
  const countEvents = () => session.events.filter(({ type }) => type !== 'data-progress').length;
  const before = countEvents();
  for (let task = 0; task < 50; task++) await nextTask();
  expect(countEvents()).toBe(before);
  // the engine runs no more commands, so it cannot be disposed of either
  open.length = 0;
});

describe('data that does not arrive', () => {
  test('is reported with the name of the file, and the engine still answers', async () => {
    const session = await newSession(`${pageUrl}nowhere/`);
    const runId = await session.newRun();
    const failed = await session.until('data-failed', () => true, 0);
    expect(failed).toMatchObject({ dataset: 'mnist', shard: 'manifest.json' });
    expect(await session.engine.inspect(runId, 0)).toBeNull();
    expect(await session.engine.countTensors()).toBeGreaterThanOrEqual(0);
    expect(session.events.some(({ type }) => type === 'failed')).toBe(false);
  });

  test('is fetched again on retry, and the run starts', async () => {
    let broken = true;
    interceptFetch((file) => {
      if (broken && file === 'manifest.json') throw new TypeError('no network');
    });
    const session = await newSession();
    const runId = await session.newRun();
    await session.until('data-failed', () => true, 0);
    broken = false;
    session.engine.retryData();
    expect(await session.until('started')).toMatchObject({ runId });
    session.engine.step(runId);
    await session.until('paused', ({ reason, step }) => reason === 'stepped' && step === 1);
  });

  test('lets the run catch up on the commands it missed, in order', async () => {
    let broken = true;
    interceptFetch((file) => {
      if (broken && file === 'manifest.json') throw new TypeError('no network');
    });
    const session = await newSession();
    const runId = await session.newRun();
    const ended = await session.newRunBeside();
    await session.until('data-failed', () => true, 0);
    session.engine.change(runId, { codeSize: 6 });
    session.engine.play(runId);
    session.engine.change(runId, { noise: 'masking', noiseLevel: 0.4 });
    session.engine.pause(runId);
    session.engine.play(runId, 4);
    session.engine.play(ended);
    session.engine.end(ended);
    broken = false;
    session.engine.retryData();
    const finished = await session.until('paused', ({ reason }) => reason === 'finished', 0);
    expect(finished).toMatchObject({ runId, step: 4 });
    const changed = session.events.findLast((event) => event.type === 'changed');
    expect(changed?.experiment).toMatchObject({ codeSize: 6, noise: 'masking', noiseLevel: 0.4 });
    expect(session.events.some((event) => event.type === 'started' && event.runId === ended)).toBe(false);
  });

  test('is fetched again for every run that needs it and has not ended, in order', async () => {
    let broken = true;
    interceptFetch((file) => {
      if (broken && file === 'manifest.json') throw new TypeError('no network');
    });
    const session = await newSession();
    const main = await session.newRun();
    const ended = await session.newRunBeside();
    const beside = await session.newRunBeside({ codeSize: 5 });
    session.engine.end(ended);
    broken = false;
    session.engine.retryData();
    await session.until('started', ({ runId }) => runId === beside);
    const started = session.events.flatMap((event) => (event.type === 'started' ? [event.runId] : []));
    expect(started).toEqual([main, beside]);
    expect(await session.finish(beside, 3)).toMatchObject({ step: 3 });
  });

  test('is reported for one shard while training starts on the others, and retry completes it', async () => {
    let broken = true;
    interceptFetch((file) => {
      if (broken && file === 'train-3.shard') throw new TypeError('no network');
    });
    const session = await newSession();
    const runId = await session.newRun();
    await session.trainTo(runId, 5);
    const failed = await session.until('data-failed', () => true, 0);
    expect(failed.shard).toBe('train-3.shard');
    broken = false;
    session.engine.retryData();
    const complete = await session.until('data-progress', ({ trainReady }) => trainReady === 60_000);
    expect(complete.loadedBytes).toBe(complete.totalBytes);
  });
});

describe('data that arrives late', () => {
  test('lets training start on the first shard, wait, and resume by itself', async () => {
    let release: () => void = () => undefined;
    const later = new Promise<void>((resolve) => (release = resolve));
    interceptFetch((file) => (/train-[1-5]/.test(file) ? later : undefined));
    const session = await newSession();
    const runId = await session.newRun({ batchSize: 1024 });
    session.engine.play(runId);
    const waiting = await session.until('paused', ({ reason, step }) => reason === 'waiting' && step > 0);
    // a shard of 10,000 has nine batches of 1,024
    expect(waiting.step).toBe(9);
    expect(session.losses(runId)).toHaveLength(9);
    release();
    await session.until('progress', ({ step }) => step > 20);
    session.engine.pause(runId);
  });

  test('takes no checkpoint before the first step, because the next would be seconds later', async () => {
    let release: () => void = () => undefined;
    const later = new Promise<void>((resolve) => (release = resolve));
    interceptFetch((file) => (file === 'train-0.shard' ? later : undefined));
    const session = await newSession();
    const runId = await session.newRun();
    session.engine.play(runId);
    await session.until('paused', ({ reason }) => reason === 'waiting');
    release();
    await session.until('checkpoint', () => true, 0);
    session.engine.pause(runId);
    await session.until('paused', ({ reason }) => reason === 'asked');
    const steps = session.events.flatMap((event) =>
      event.type === 'checkpoint' ? [event.checkpoint.step] : [],
    );
    expect(Math.min(...steps)).toBeGreaterThan(0);
  });

  test('delays a step that came too early until it is possible, and trains only that one', async () => {
    let release: () => void = () => undefined;
    const later = new Promise<void>((resolve) => (release = resolve));
    interceptFetch((file) => (file === 'train-0.shard' ? later : undefined));
    const session = await newSession();
    const runId = await session.newRun();
    session.engine.step(runId);
    expect(await session.until('paused')).toMatchObject({ reason: 'waiting', step: 0 });
    const from = session.events.length;
    release();
    expect(await session.until('paused', () => true, from)).toMatchObject({ reason: 'stepped', step: 1 });
    await session.until('map', ({ step }) => step === 1, from);
    expect(session.losses(runId)).toHaveLength(1);
  });
});
