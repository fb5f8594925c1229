// Anomaly scores of the network, on the real MNIST data.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aurocOf } from '../../../core/anomaly/curves/bootstrap';
import type { Judged } from '../../../core/engine-api/scoring';
import { openSession, type EngineSession } from '../../testing/engine-session';

let session: EngineSession;
beforeAll(async () => {
  session = await openSession('wasm');
  session.engine.setSeen([]);
});
afterAll(() => session.engine.dispose());

const scoresOf = (judged: Judged | null | undefined) =>
  judged && 'scores' in judged ? judged.scores : new Float32Array(0);
const codesOf = (judged: Judged | null | undefined) =>
  judged && 'codes' in judged ? judged.codes : new Float32Array(0);
const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A run on ones with a tenth held out, all of whose data has arrived. */
async function onesRun(patch = {}) {
  const runId = await session.newRun({ classes: [1], validationShare: 0.1, ...patch });
  await session.until('subset-counted', (event) => event.runId === runId, 0);
  return runId;
}

describe('scores of the test set', () => {
  test('are the errors that the evaluation measures, and leave no tensor behind', async () => {
    const runId = await onesRun();
    const from = session.events.length;
    const step = await session.trainTo(runId, 100);
    const { mse } = await session.until('evaluation', (e) => e.scope === 'all' && e.step === step, from);
    const tensors = await session.engine.countTensors();
    const shares: number[] = [];
    const sets = await session.engine.scoreSets(runId, 'mse', (share) => shares.push(share));
    expect(sets).toMatchObject({ runId, step, kind: 'mse', train: null, training: null });
    const scores = scoresOf(sets?.test);
    expect(scores).toHaveLength(10_000);
    expect(mean(scores)).toBeCloseTo(mse, 5);
    expect(scoresOf(sets?.validation)).toHaveLength(674);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(await session.engine.countTensors()).toBe(tensors);
    // A hundred steps on ones are enough to tell them from the rest.
    const isOne = Uint8Array.from(sets?.labels ?? [], (label) => Number(label === 1));
    expect(aurocOf(scores, isOne)).toBeGreaterThan(0.95);
  });

  test('are all of one set of weights while the network trains on', async () => {
    const runId = await onesRun();
    await session.trainTo(runId, 20);
    const from = session.events.length;
    session.engine.play(runId);
    await session.until('progress', (event) => event.runId === runId, from);
    const sets = await session.engine.scoreSets(runId, 'mse', () => undefined);
    const images = await session.engine.testImages(runId, Uint32Array.of(0, 9999));
    session.engine.pause(runId);
    const paused = await session.until('paused', (event) => event.runId === runId);
    expect(paused.step).toBeGreaterThan(sets?.step ?? Infinity);
    // Trained to the step that the scores name, the same experiment gives the same scores for the first and the last sample.
    const again = await onesRun();
    await session.finish(again, sets?.step ?? 0);
    const same = await session.engine.scoreSamples(again, 'mse', images ?? new Float32Array());
    expect(same?.step).toBe(sets?.step);
    const scores = scoresOf(sets?.test);
    expect(scoresOf(same?.judged)[0]).toBeCloseTo(scores[0] ?? NaN, 4);
    expect(scoresOf(same?.judged)[1]).toBeCloseTo(scores[9999] ?? NaN, 4);
  });

  test('end when cancelled, when asked again, when the network is resized, and with the run', async () => {
    const runId = await onesRun();
    const ask = () => session.engine.scoreSets(runId, 'mse', () => undefined);
    const cancelled = ask();
    session.engine.cancelScores();
    expect(await cancelled).toBeNull();
    const [overtaken, answered] = await Promise.all([ask(), ask()]);
    expect(overtaken).toBeNull();
    expect(answered).not.toBeNull();
    const resized = ask();
    session.engine.change(runId, { codeSize: 5 });
    expect(await resized).toBeNull();
    const ended = ask();
    session.engine.end(runId);
    expect(await ended).toBeNull();
  });

  test('of the code are codes, and come with those of the samples trained on', async () => {
    const runId = await onesRun();
    const sets = await session.engine.scoreSets(runId, 'nearest-code', () => undefined);
    expect(codesOf(sets?.test)).toHaveLength(3 * 10_000);
    expect(sets?.train).toHaveLength(3 * (6742 - 674));
    expect(codesOf(sets?.validation)).toHaveLength(3 * 674);
  });

  test('without held-out samples have none for a threshold', async () => {
    const runId = await onesRun({ validationShare: 0 });
    expect((await session.engine.scoreSets(runId, 'mse', () => undefined))?.validation).toBeNull();
  });
});

describe('scores of given samples', () => {
  test('are those of the same samples in the test set, whatever the score', async () => {
    const runId = await onesRun({ codeKind: 'gaussian', loss: 'bce' });
    const first = await session.engine.testImages(runId, Uint32Array.of(0, 1, 2));
    for (const kind of [
      'mse',
      'bce',
      'worst-pixels',
      'negative-elbo',
      'reconstruction-probability',
    ] as const) {
      const given = await session.engine.scoreSamples(runId, kind, first ?? new Float32Array());
      const sets = await session.engine.scoreSets(runId, kind, () => undefined);
      expect(given?.reconstructions).toHaveLength(3 * 784);
      const [one, other] = [scoresOf(given?.judged), scoresOf(sets?.test).subarray(0, 3)];
      one.forEach((score, i) => expect(score / (other[i] ?? NaN)).toBeCloseTo(1, 4));
    }
  });

  test('are given whole where there are many', async () => {
    const runId = await onesRun();
    const indices = Uint32Array.from({ length: 600 }, (_, i) => i);
    const images = await session.engine.testImages(runId, indices);
    const given = await session.engine.scoreSamples(runId, 'mse', images ?? new Float32Array());
    const sets = await session.engine.scoreSets(runId, 'mse', () => undefined);
    const scores = scoresOf(given?.judged);
    expect(scores).toHaveLength(600);
    expect(scores[599]).toBeCloseTo(scoresOf(sets?.test)[599] ?? NaN, 6);
  });

  test('of another size have no answer', async () => {
    const runId = await onesRun();
    expect(await session.engine.scoreSamples(runId, 'mse', new Float32Array(783))).toBeNull();
    expect(await session.engine.scoreSamples('none', 'mse', new Float32Array(784))).toBeNull();
  });
});
