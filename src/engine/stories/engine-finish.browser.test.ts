// Training to a last step or a goal, and several runs that change the backend before they reach theirs; on the real MNIST data.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Goal } from '../../core/run/goal/goal';
import { openSession, type EngineSession } from '../testing/engine-session';

let session: EngineSession;
beforeAll(async () => {
  session = await openSession('wasm');
});
afterAll(() => session.engine.dispose());

describe('a run with a last step', () => {
  // a pull trains up to 16 steps, and 45 is not a multiple of that
  test('stops exactly there after reporting every loss, and measures the whole test set', async () => {
    const runId = await session.newRun();
    await session.until('map', (event) => event.runId === runId, 0);
    const from = session.events.length;
    expect(await session.finish(runId, 45)).toMatchObject({ runId, step: 45, reason: 'finished' });
    expect(session.losses(runId)).toHaveLength(45);
    const evaluation = await session.until('evaluation', ({ scope }) => scope === 'all', from);
    expect(evaluation).toMatchObject({ runId, step: 45, count: 10_000 });
    await session.until('checkpoint', ({ checkpoint }) => checkpoint.step === 45, from);
    expect(await session.engine.inspect(runId, 0)).toMatchObject({ step: 45 });
    const types = session.events.slice(from).map(({ type }) => type);
    expect(types.lastIndexOf('progress')).toBeLessThan(types.indexOf('paused'));
  });

  test('that it has passed already pauses at once, without a step', async () => {
    const runId = await session.newRun();
    await session.finish(runId, 20);
    expect(await session.finish(runId, 20)).toMatchObject({ step: 20 });
    expect(await session.finish(runId, 5)).toMatchObject({ step: 20 });
    expect(session.losses(runId)).toHaveLength(20);
  });

  test('continues past it on request, to another last step or to none', async () => {
    const runId = await session.newRun();
    await session.finish(runId, 10);
    expect(await session.finish(runId, 23)).toMatchObject({ step: 23 });
    session.engine.step(runId);
    expect(await session.until('paused')).toMatchObject({ step: 24, reason: 'stepped' });
    expect(await session.trainTo(runId, 60)).toBeGreaterThanOrEqual(60);
  });

  test('keeps it through resizing; the latest one counts', async () => {
    const runId = await session.newRun();
    const finished = session.until('paused', ({ reason }) => reason === 'finished');
    session.engine.play(runId, 500);
    session.engine.change(runId, { codeSize: 6 });
    session.engine.play(runId, 41);
    session.engine.change(runId, { hidden: [10] });
    expect(await finished).toMatchObject({ runId, step: 41 });
    expect(session.losses(runId)).toHaveLength(41);
  });

  test('goes on from a checkpoint that was kept with the very losses of a run that was never interrupted', async () => {
    const patch = { noise: 'gaussian', noiseLevel: 0.4, inputDropout: 0.1, codeKind: 'gaussian' } as const;
    const whole = await session.newRun(patch);
    await session.finish(whole, 40);
    const first = await session.newRun(patch);
    const from = session.events.length;
    await session.finish(first, 17);
    const { checkpoint } = await session.until('checkpoint', (event) => event.checkpoint.step === 17, from);
    const resumed = await session.newRun({}, structuredClone(checkpoint));
    await session.finish(resumed, 40);
    expect(session.losses(first)).toEqual(session.losses(whole).slice(0, 17));
    expect(session.losses(resumed)).toEqual(session.losses(whole).slice(17));
  });

  test('counts the steps before its checkpoint too', async () => {
    const first = await session.newRun();
    const from = session.events.length;
    await session.finish(first, 12);
    const { checkpoint } = await session.until('checkpoint', (event) => event.checkpoint.step === 12, from);
    const continued = await session.newRun({}, checkpoint);
    expect(await session.finish(continued, 19)).toMatchObject({ step: 19 });
    expect(session.losses(continued)).toHaveLength(7);
  });
});

test('all runs move to another backend with their weights, in order, and those in training continue to the end', async () => {
  const main = await session.newRun();
  const beside = await session.newRunBeside({ codeSize: 5 });
  const idle = await session.newRunBeside({ codeSize: 4 });
  await session.finish(idle, 6);
  const finished = [main, beside].map((run) =>
    session.until('paused', ({ runId, reason }) => runId === run && reason === 'finished'),
  );
  session.engine.play(main, 300);
  session.engine.play(beside, 200);
  await session.until('progress', ({ runId }) => runId === beside);
  const from = session.events.length;
  await session.engine.setBackend('cpu');
  // The page has every run's checkpoint before the runs are built again, which a question waits for.
  const checkpoints = session.events
    .slice(from)
    .flatMap((event) => (event.type === 'checkpoint' ? [event] : []));
  expect(new Set(checkpoints.map(({ runId }) => runId))).toEqual(new Set([main, beside, idle]));
  expect(await session.engine.inspect(main, 0)).toMatchObject({ runId: main });
  const started = session.events.slice(from).flatMap((event) => (event.type === 'started' ? [event] : []));
  expect(started.map(({ runId }) => runId)).toEqual([main, beside, idle]);
  expect(started[2]?.step).toBe(6);
  await session.engine.setBackend('wasm');
  const [one, other] = await Promise.all(finished);
  expect([one?.step, other?.step]).toEqual([300, 200]);
  expect([main, beside, idle].map((run) => session.losses(run).length)).toEqual([300, 200, 6]);
});

async function reach(runId: string, goal: Goal): Promise<number> {
  const from = session.events.length;
  session.engine.play(runId, Infinity, goal);
  return (await session.until('paused', (event) => event.reason === 'finished', from)).step;
}

describe('a run with a goal', () => {
  test('in epochs stops at the first step that completes them, and training goes on past it', async () => {
    const runId = await session.newRun({ batchSize: 512 });
    // 60,000 images in batches of 512: 0.1 epochs are 6,000 images, the twelfth batch.
    expect(await reach(runId, { kind: 'epochs', value: 0.1 })).toBe(12);
    session.engine.change(runId, { batchSize: 1024 });
    // 6,144 images are passed: six batches of 1,024 later it is 12,288.
    expect(await reach(runId, { kind: 'epochs', value: 0.2 })).toBe(18);
    expect(await session.trainTo(runId, 25)).toBeGreaterThanOrEqual(25);
  });

  test('in test MSE stops at the measurement of the whole test set that reaches it', async () => {
    const runId = await session.newRun();
    const step = await reach(runId, { kind: 'testMse', value: 0.1 });
    const measured = session.events.filter(
      (event) => event.type === 'evaluation' && event.runId === runId && event.scope === 'all',
    );
    const before = measured.filter((event) => 'step' in event && event.step < step);
    expect(before.every((event) => 'mse' in event && event.mse > 0.1)).toBe(true);
    expect(measured.find((event) => 'step' in event && event.step === step)).toMatchObject({ count: 10_000 });
    expect(measured.at(-1)).toSatisfy((event: { mse: number }) => event.mse <= 0.1);
  });
});
