// The engine on the real MNIST data, with a small network, as the page drives it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSession, sessionExperiment as experiment, type EngineSession } from './testing/engine-session';

let session: EngineSession;
beforeAll(async () => {
  session = await openSession('wasm');
});
afterAll(() => session.engine.dispose());

test('a run starts with its stages and shows the untrained network before any step', async () => {
  const runId = await session.newRun();
  const map = await session.until('map', () => true, 0);
  const reported = session.events
    .filter(({ type }) => type !== 'data-progress' && type !== 'backends-found')
    .map((event) => (event.type === 'stage' ? event.stage : event.type))
    // A start that takes long is told of again.
    .filter((told, place, all) => told !== all[place - 1]);
  expect(reported).toEqual([
    ...['backend', 'data', 'network', 'warm-up', 'started', 'ready'],
    ...['snapshot', 'evaluation', 'code-statistics', 'map'],
  ]);
  expect(map).toMatchObject({ runId, step: 0, axes: 'principal' });
  expect(map.points.length / 2).toBeGreaterThanOrEqual(5000);
  expect(map.labels).toHaveLength(map.points.length / 2);
});

test('the start event describes the run correctly', async () => {
  const runId = await session.newRun();
  const started = await session.until('started', (event) => event.runId === runId, 0);
  expect(started).toMatchObject({
    step: 0,
    experiment,
    dataset: {
      id: 'mnist',
      kind: 'image',
      shape: [28, 28, 1],
      classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    },
    parameters: 784 * 8 + 8 + (8 * 3 + 3) + (3 * 8 + 8) + 8 * 784 + 784,
    trainCount: 60_000,
    testCount: 10_000,
  });
});

test('the first measurement covers the whole test set, next to its baselines', async () => {
  await session.newRun();
  const evaluation = await session.until('evaluation');
  expect(evaluation).toMatchObject({ scope: 'all', count: 10_000, inputMse: 0, medianMse: null, step: 0 });
  expect(evaluation.loss).toBeCloseTo(evaluation.mse, 9);
  // the variance of MNIST's pixels around their mean image is 0.067
  expect(evaluation.meanImageMse).toBeGreaterThan(0.06);
  expect(evaluation.meanImageMse).toBeLessThan(0.075);
});

test('step trains exactly one step and updates the views', async () => {
  const runId = await session.newRun();
  session.engine.step(runId);
  expect(await session.until('paused')).toMatchObject({ runId, step: 1, reason: 'stepped' });
  expect(session.losses(runId)).toHaveLength(1);
  const from = session.events.length;
  expect(await session.until('snapshot', () => true, from)).toMatchObject({ step: 1 });
  expect(await session.until('evaluation', () => true, from)).toMatchObject({ step: 1, scope: 'all' });
  session.engine.step(runId);
  await session.until('paused', ({ step }) => step === 2);
  expect(session.losses(runId)).toHaveLength(2);
});

test('play trains until pause, and reports the loss of every step', async () => {
  const runId = await session.newRun();
  const step = await session.trainTo(runId, 50);
  expect(session.losses(runId)).toHaveLength(step);
  const first = await session.engine.inspect(runId, 0);
  await session.until('map', (event) => event.step === step);
  const later = await session.engine.inspect(runId, 0);
  expect([first?.step, later?.step]).toEqual([step, step]);
  expect(later?.reconstructed).toEqual(first?.reconstructed);
  expect(session.losses(runId)).toHaveLength(step);
});

test('training lowers the loss on unseen images, and reports its position in the epoch', async () => {
  const runId = await session.newRun();
  const before = await session.until('evaluation', (event) => event.runId === runId);
  await session.trainTo(runId, 300);
  const after = await session.until('evaluation', ({ scope }) => scope === 'all');
  expect(after.mse).toBeLessThan(0.8 * before.mse);
  const { step, epoch } = await session.until(
    'progress',
    (event) => event.runId === runId && event.step > 0,
    0,
  );
  expect(epoch).toBeCloseTo((step * 64) / 60_000, 6);
});

test('the same seed gives the same losses; another seed gives others', async () => {
  const runs: number[][] = [];
  for (const seed of [1, 1, 2]) {
    const runId = await session.newRun({ seed, noise: 'gaussian' });
    await session.trainTo(runId, 30);
    runs.push(session.losses(runId).slice(0, 30));
  }
  expect(runs[0]).toHaveLength(30);
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[2]).not.toEqual(runs[0]);
});

describe('commands', () => {
  test('for a run that does not exist are dropped', async () => {
    const runId = await session.newRun();
    session.engine.play('none');
    session.engine.step('none');
    session.engine.change('none', { codeSize: 9 });
    session.engine.end('none');
    await session.until('map', (event) => event.runId === runId);
    expect(await session.engine.inspect(runId, 0)).toMatchObject({ runId, step: 0, code: { length: 3 } });
  });

  test('to build are skipped when a newer one is waiting', async () => {
    const [skipped, built] = await Promise.all([session.newRun(), session.newRun()]);
    const started = session.events.filter((event) => event.type === 'started').map((event) => event.runId);
    expect(started).toContain(built);
    expect(started).not.toContain(skipped);
  });
});

test('twenty resets leak no tensor', async () => {
  await session.newRun();
  const before = await session.engine.countTensors();
  for (let reset = 0; reset < 20; reset++) {
    const runId = await session.newRun();
    if (reset % 5 === 0) session.engine.step(runId);
  }
  expect(await session.engine.countTensors()).toBe(before);
});

test('a run continues from its checkpoint as if uninterrupted', async () => {
  const runId = await session.newRun({ noise: 'masking' });
  const from = session.events.length;
  await session.trainTo(runId, 20);
  const { checkpoint } = await session.until('checkpoint', () => true, from);
  await session.trainTo(runId, checkpoint.step + 10);
  const expected = session.losses(runId).slice(checkpoint.step, checkpoint.step + 10);
  const continued = await session.newRun({}, checkpoint);
  const started = await session.until('started', (event) => event.runId === continued, 0);
  expect(started.step).toBe(checkpoint.step);
  await session.trainTo(continued, checkpoint.step + 10);
  expect(session.losses(continued).slice(0, 10)).toEqual(expected);
});
