// The effect of a changed experiment on a run, on the real MNIST data.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSession, type EngineSession } from '../testing/engine-session';

let session: EngineSession;
beforeAll(async () => {
  session = await openSession('wasm');
});
afterAll(() => session.engine.dispose());

describe('a change during training', () => {
  test('of the learning rate takes effect, and training continues', async () => {
    const runId = await session.newRun();
    session.engine.play(runId);
    session.engine.change(runId, { learningRate: 0.5 });
    const changed = await session.until('changed');
    expect(changed).toMatchObject({
      runId,
      patch: { learningRate: 0.5 },
      experiment: { learningRate: 0.5 },
    });
    await session.until('progress', ({ step }) => step > changed.step + 5);
    session.engine.pause(runId);
  });

  test('of the code size resizes the network, training continues and everything has the new sizes', async () => {
    const runId = await session.newRun();
    session.engine.play(runId);
    await session.until('progress', ({ step }) => step > 20);
    session.engine.change(runId, { codeSize: 7, hidden: [12] });
    const changed = await session.until('changed');
    expect(changed.step).toBeGreaterThan(20);
    expect(changed.parameters).toBe(784 * 12 + 12 + (12 * 7 + 7) + (7 * 12 + 12) + 12 * 784 + 784);
    await session.until('progress', ({ step }) => step > changed.step + 5);
    const snapshot = await session.until('snapshot', ({ step }) => step > changed.step);
    expect(snapshot.activations.map(({ length }) => length)).toEqual([784, 12, 7, 12, 784]);
    expect(snapshot.experiment.codeSize).toBe(7);
    expect((await session.engine.inspect(runId, 0))?.code).toHaveLength(7);
    session.engine.pause(runId);
  });

  test('to a wider code leaves the reconstructions unchanged', async () => {
    const runId = await session.newRun();
    await session.trainTo(runId, 30);
    const before = await session.engine.inspect(runId, 4);
    session.engine.change(runId, { codeSize: 20 });
    const after = await session.engine.inspect(runId, 4);
    expect(after?.step).toBe(before?.step);
    expect(after?.code).toHaveLength(20);
    after?.reconstructed.forEach((pixel, i) => {
      expect(Math.abs(pixel - (before?.reconstructed[i] ?? NaN))).toBeLessThan(1e-5);
    });
  });

  test('merges with others into one change, and a new optimizer with a new width continues training', async () => {
    const runId = await session.newRun({ optimizer: 'sgd' });
    session.engine.play(runId);
    await session.until('progress', ({ step }) => step > 5);
    const from = session.events.length;
    session.engine.change(runId, { codeSize: 4 });
    session.engine.change(runId, { codeSize: 5, optimizer: 'adam' });
    const changed = await session.until('changed');
    expect(changed.patch).toEqual({ codeSize: 5, optimizer: 'adam' });
    await session.until('progress', ({ step }) => step > changed.step + 5);
    expect(session.events.slice(from).filter(({ type }) => type === 'changed')).toHaveLength(1);
    session.engine.pause(runId);
  });

  test('of the noise is visible at once, and measured against the noisy input and a median filter', async () => {
    const runId = await session.newRun();
    await session.until('map', (event) => event.runId === runId);
    session.engine.change(runId, { noise: 'saltPepper', noiseLevel: 0.2 });
    const snapshot = await session.until('snapshot');
    expect(snapshot.noisy).not.toEqual(snapshot.original);
    const evaluation = await session.until('evaluation');
    // a corrupted pixel is off by about half: 0.2 * 0.5
    expect(evaluation.inputMse).toBeGreaterThan(0.08);
    expect(evaluation.inputMse).toBeLessThan(0.11);
    expect(evaluation.medianMse).toBeLessThan(evaluation.inputMse / 2);
  });
});

test('a paused run that is changed has a checkpoint of what it is now, once its views are done', async () => {
  const runId = await session.newRun();
  const step = await session.trainTo(runId, 10);
  await session.until('checkpoint', ({ checkpoint }) => checkpoint.step === step);
  const from = session.events.length;
  session.engine.change(runId, { codeSize: 6, noise: 'gaussian' });
  const { checkpoint } = await session.until('checkpoint', () => true, from);
  expect(checkpoint).toMatchObject({ step, experiment: { codeSize: 6, noise: 'gaussian' } });
  expect(session.events.slice(from).filter(({ type }) => type === 'checkpoint')).toHaveLength(1);
});
