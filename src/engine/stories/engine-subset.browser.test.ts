// A run that trains on some classes and holds samples out, on the real MNIST data.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Evaluation } from '../../core/engine-api/looking';
import { subsetLists } from '../../data/subset';
import { openDigits } from '../testing/digits';
import { openSession, type EngineSession } from '../testing/engine-session';

/** Training images of ones and of sevens (LeCun et al. 1998). */
const [ones, sevens] = [6742, 6265];

let session: EngineSession;
beforeAll(async () => {
  session = await openSession('wasm');
});
afterAll(() => session.engine.dispose());

describe('the samples that are trained on', () => {
  test('are counted when all labels have arrived, and at once after that', async () => {
    const runId = await session.newRun({ classes: [1] });
    const counted = await session.until('subset-counted', (event) => event.runId === runId, 0);
    expect(counted).toMatchObject({ step: 0, trainCount: ones });
    expect(counted.validationCount).toBeUndefined();
    session.engine.change(runId, { classes: [1, 7] });
    expect((await session.until('changed')).trainCount).toBe(ones + sevens);
    session.engine.change(runId, { validationShare: 0.1 });
    const { trainCount, validationCount = 0 } = await session.until('changed');
    expect(trainCount + validationCount).toBe(ones + sevens);
    expect(Math.abs(validationCount - (ones + sevens) / 10)).toBeLessThanOrEqual(2);
    const again = await session.newRun({ classes: [7] });
    const started = await session.until('started', (event) => event.runId === again, 0);
    expect(started).toMatchObject({ trainCount: sevens, testCount: 10_000 });
  });

  test('are all of them where the data set has none of the classes, and a note says so', async () => {
    const runId = await session.newRun({ classes: [12] });
    const started = await session.until('started', (event) => event.runId === runId, 0);
    expect(started.trainCount).toBe(60_000);
    expect(started.notes).toEqual([{ code: 'subset.no-such-class', setting: 'classes', classes: [12] }]);
  });
});

describe('a run that trains on ones', () => {
  test('learns ones and little else: the test set stays whole', async () => {
    const runId = await session.newRun({ classes: [1] });
    await session.trainTo(runId, 150);
    const all = await session.until('evaluation', (event) => event.runId === runId && event.scope === 'all');
    expect(all.count).toBe(10_000);
    const { test: held } = await openDigits(100, 500);
    const errorOf = async (isOne: boolean) => {
      const errors: number[] = [];
      for (let index = 0; index < 60; index++) {
        if ((held.labels[index] === 1) !== isOne) continue;
        const pass = await session.engine.inspect(runId, index);
        if (!pass) throw new Error('no such image');
        const { original, reconstructed } = pass;
        errors.push(original.reduce((sum, pixel, i) => sum + (pixel - (reconstructed[i] ?? NaN)) ** 2, 0));
      }
      return errors.reduce((a, b) => a + b, 0) / errors.length;
    };
    expect(await errorOf(false)).toBeGreaterThan(3 * (await errorOf(true)));
  });

  test('fits the samples that it draws to the codes of ones', async () => {
    const runId = await session.newRun({ classes: [1] });
    await session.trainTo(runId, 100);
    const draws = new Float32Array(3 * 2);
    const many = await session.engine.generate(runId, draws, 10_000);
    expect(many?.fittedTo).toBe(ones);
  });

  test('is measured against the mean of what it trains on', async () => {
    const { train, test: held } = await openDigits(60_000, 10_000);
    const { train: indices } = subsetLists(train.labels, 10, { classes: [1], validationShare: 0, seed: 1 });
    const mean = new Float64Array(784);
    for (const index of indices) {
      for (let i = 0; i < 784; i++) mean[i]! += (train.values[index * 784 + i] ?? 0) / 255 / indices.length;
    }
    let sum = 0;
    held.values.forEach((byte, at) => (sum += (byte / 255 - mean[at % 784]!) ** 2));
    const runId = await session.newRun({ classes: [1] });
    // The mean image is added up while the views are measured, a part of it each time.
    const meanOf = async () => {
      const from = session.events.length;
      session.engine.change(runId, { noiseLevel: 0.1 + Math.random() / 10, noise: 'gaussian' });
      return session.until('evaluation', ({ scope }) => scope === 'all', from);
    };
    await meanOf();
    expect((await meanOf()).meanImageMse).toBeCloseTo(sum / held.values.length, 6);
  });
});

describe('held-out samples', () => {
  const isValidation = (runId: string) => (event: Evaluation) =>
    event.runId === runId && event.scope === 'validation';

  test('are measured at the steps at which the test set is', async () => {
    const runId = await session.newRun({ validationShare: 0.1 });
    const first = await session.until('evaluation', isValidation(runId), 0);
    expect(first).toMatchObject({ step: 0, count: 500 });
    const from = session.events.length;
    await session.trainTo(runId, 120);
    const step = (await session.until('evaluation', isValidation(runId), from)).step;
    const tested = session.events
      .slice(from)
      .some((event) => event.type === 'evaluation' && event.scope !== 'validation' && event.step === step);
    expect(tested).toBe(true);
    const last = await session.until(
      'evaluation',
      (event) => isValidation(runId)(event) && event.step >= 120,
      from,
    );
    expect(last.loss).toBeLessThan(0.8 * first.loss);
  });

  test('are of the classes that are trained on', async () => {
    const runId = await session.newRun({ validationShare: 0.5, classes: [1] });
    await session.trainTo(runId, 150);
    const { mse } = await session.until('evaluation', isValidation(runId));
    const all = session.events.findLast((event) => event.type === 'evaluation' && event.scope === 'all');
    // The same weights on all classes err far more.
    expect(mse).toBeLessThan((all as Evaluation).mse / 2);
  });

  test('are not measured without a split', async () => {
    const runId = await session.newRun();
    await session.trainTo(runId, 60);
    await session.until('evaluation', ({ scope }) => scope === 'all');
    expect(
      session.events.filter((event) => event.type === 'evaluation' && isValidation(runId)(event)),
    ).toEqual([]);
  });

  test('give the same losses for the same seed, and leave the others as they were', async () => {
    const [one, other] = [
      await session.newRun({ validationShare: 0.2, classes: [3, 5] }),
      await session.newRun({ validationShare: 0.2, classes: [3, 5] }),
    ];
    expect(one).not.toBe(other);
    await session.finish(other, 40);
    const again = await session.newRun({ validationShare: 0.2, classes: [3, 5] });
    await session.finish(again, 40);
    expect(session.losses(again)).toEqual(session.losses(other));
  });
});
