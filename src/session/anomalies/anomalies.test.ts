import { beforeEach, describe, expect, test } from 'vitest';
import type { ScoredSets } from '../../core/engine-api/scoring';
import { tableCsv } from '../../core/table';
import type { AnalysisCalls } from '../analysis/analysis-client';
import type { Session } from '../session';
import { progressEvent, type FakeEngine } from '../testing/fake-engine';
import { settle, startTestSession } from '../testing/test-session';

/** Twenty test samples: class 1 scores low, class 2 high, class 3 between. */
const labels = Uint16Array.from({ length: 20 }, (_, i) => 1 + (i % 3));
const test20 = Float32Array.from(labels, (label, i) => [0, 1, 8, 3][label]! + i / 20);
const heldOut = Float32Array.from({ length: 20 }, (_, i) => 1 + i / 10);

const scored = (runId: string, step: number, patch: Partial<ScoredSets> = {}): ScoredSets => ({
  runId,
  step,
  kind: 'mse',
  codeSize: 16,
  test: { scores: test20 },
  labels,
  validation: { scores: heldOut },
  train: null,
  ...patch,
});

const analysis = {
  pca: () => new Promise(() => undefined),
  linearScores: () =>
    Promise.resolve({ meanImage: test20.map((score) => -score), pca: [test20], components: [16] }),
  nearestScores: () => Promise.resolve(test20),
  codeDistances: ({ asked }: { asked: Float32Array }) =>
    Promise.resolve(asked.filter((_, i) => i % 16 === 0)),
  cancel: () => undefined,
} as unknown as AnalysisCalls;

let session: Session;
let engine: FakeEngine;
const anomalies = () => session.applications.anomalies;
const state = () => anomalies().store.getState();
const codes = () => state().missing.map(({ code }) => code);
const asked = (name: string) => engine.commands.filter(([command]) => command === name).length;

async function settleAll(): Promise<void> {
  for (let i = 0; i < 60; i++) await settle();
}

function dataArrives(): void {
  engine.emit({
    type: 'data-progress',
    dataset: 'mnist',
    loadedBytes: 1,
    totalBytes: 1,
    trainReady: 60_000,
    trainTotal: 60_000,
  });
}

beforeEach(async () => {
  ({ session, engine } = await startTestSession({ analysis }));
  engine.answerWith({
    scoreSets: (runId) => Promise.resolve(scored(runId, session.run.store.getState().step)),
  });
});

describe('while nobody looks', () => {
  test('the network is asked for nothing', async () => {
    dataArrives();
    await settleAll();
    expect(asked('scoreSets')).toBe(0);
    expect(codes()).toEqual(['anomaly.no-network']);
  });

  test('what is under way is cancelled', async () => {
    dataArrives();
    engine.answerWith({ scoreSets: () => new Promise(() => undefined) });
    const leave = anomalies().lookAt();
    await settleAll();
    expect(state().scoring.progress).not.toBeNull();
    leave();
    await settleAll();
    expect(asked('cancelScores')).toBe(1);
    expect(state().scoring.progress).toBeNull();
  });
});

describe('the workspace', () => {
  beforeEach(async () => {
    dataArrives();
    anomalies().lookAt();
    anomalies().chooseNormal([1]);
    await settleAll();
  });

  test('waits for all of the data', async () => {
    const other = await startTestSession({ analysis });
    other.session.applications.anomalies.lookAt();
    await settleAll();
    expect(other.engine.commands.some(([name]) => name === 'scoreSets')).toBe(false);
  });

  test('takes the threshold from held-out samples, and reports on the test set', () => {
    expect(state().threshold).toBeCloseTo(2.8, 6);
    expect(state().rates).toMatchObject({ falsePositives: 0, truePositives: 13, falseNegatives: 0 });
    expect(state().detection?.auroc.value).toBe(1);
    expect(state().byClass.map(({ label }) => label)).toEqual([1, 2, 3]);
  });

  test('says of an untrained network that trains on everything what is wrong with it', () => {
    expect(codes()).toEqual(['anomaly.untrained', 'anomaly.other-training']);
  });

  test('judges the baselines by the same samples', () => {
    const { scores } = state().baselines;
    expect(scores.nearest?.auroc?.value).toBe(1);
    expect(scores.pca?.auroc?.value).toBe(1);
    expect(scores['mean-image']?.auroc?.value).toBe(0);
  });

  test('judges everything again when something else is normal, without asking the network', async () => {
    const before = asked('scoreSets');
    anomalies().chooseNormal([2]);
    expect(state().detection).toBeNull();
    await settleAll();
    expect(state().detection?.auroc.value).toBe(0);
    expect(state().baselines.scores['mean-image']?.auroc?.value).toBe(1);
    expect(asked('scoreSets')).toBe(before);
  });

  test('flags and divides by nothing where every class is normal', async () => {
    anomalies().chooseNormal([]);
    await settleAll();
    expect(codes()).toContain('anomaly.no-anomalies');
    expect(state().detection).toBeNull();
    expect(state().rates).toMatchObject({ truePositiveRate: null, truePositives: 0 });
  });

  test('says what is missing where nothing is held out, and takes a threshold that is typed', async () => {
    engine.answerWith({ scoreSets: (runId) => Promise.resolve(scored(runId, 1, { validation: null })) });
    engine.emit(progressEvent('1', 1, [0.1]));
    await settleAll();
    expect(codes()).toContain('anomaly.no-validation');
    expect(state()).toMatchObject({ threshold: null, rates: null });
    anomalies().setThreshold(5);
    expect(state()).toMatchObject({ threshold: 5, thresholdOrigin: 'chosen' });
    expect(state().rates?.truePositives).toBe(7);
  });

  test('scores again after training, and keeps a chosen threshold', async () => {
    anomalies().setThreshold(5);
    engine.emit(progressEvent('1', 40, [0.1]));
    await settleAll();
    expect(state().network?.step).toBe(40);
    expect(state().threshold).toBe(5);
    anomalies().setThreshold(null);
    expect(state().threshold).toBeCloseTo(2.8, 6);
    anomalies().setPercentile(50);
    expect(state().threshold).toBeCloseTo(1.9, 6);
  });

  test('asks for another score, and shows nothing of the last one meanwhile', async () => {
    engine.answerWith({ scoreSets: () => new Promise(() => undefined) });
    anomalies().chooseScore('worst-pixels');
    expect(state()).toMatchObject({ network: null, detection: null, isNormal: null });
    await settleAll();
    expect(engine.commands.at(-1)).toEqual(['scoreSets', '1', 'worst-pixels', expect.anything()]);
  });

  test('falls back to a score that the network has', async () => {
    anomalies().chooseScore('negative-elbo');
    await settleAll();
    expect(state().score).toBe('mse');
  });

  test('measures distances of codes to those of the samples trained on', async () => {
    const testCodes = Float32Array.from({ length: 20 * 16 }, (_, i) => test20[Math.floor(i / 16)]!);
    const sets = { test: { codes: testCodes }, validation: null, train: new Float32Array(16) };
    engine.answerWith({
      scoreSets: (runId) => Promise.resolve(scored(runId, 0, { kind: 'nearest-code', ...sets })),
    });
    anomalies().chooseScore('nearest-code');
    await settleAll();
    expect(state().network?.test).toEqual(test20);
  });

  test('tells of a failure, and asks again only when told to', async () => {
    engine.answerWith({ scoreSets: () => Promise.resolve(null) });
    anomalies().chooseScore('worst-pixels');
    await settleAll();
    expect(state().scoring.failure).toEqual({ code: 'analysis.network-changed' });
    const before = asked('scoreSets');
    engine.emit({ type: 'stage', runId: '1', stage: 'ready', message: { code: 'stage.ready' } });
    await settleAll();
    expect(asked('scoreSets')).toBe(before);
    anomalies().retryScores();
    expect(asked('scoreSets')).toBe(before + 1);
  });

  test('saves a table of all test samples', () => {
    const table = anomalies().table();
    expect(table?.columns).toEqual([
      'index',
      'class',
      'normal',
      'mse',
      'flagged',
      'nearest',
      'pca',
      'mean-image',
    ]);
    expect(table?.rows).toHaveLength(20);
    expect(table?.rows[1]).toEqual([1, '2', 0, test20[1], 1, test20[1], test20[1], -test20[1]!]);
    expect(tableCsv(table!)).toContain('index,class,normal');
  });
});

describe('training on normal samples', () => {
  beforeEach(() => {
    dataArrives();
    anomalies().lookAt();
    anomalies().chooseNormal([3]);
  });

  test('leaves the others out, holds some out for the threshold, and starts', async () => {
    anomalies().trainOnNormal('current');
    await settleAll();
    expect(session.run.experiment.getState()).toMatchObject({ classes: [3], validationShare: 0.1 });
    expect(session.run.store.getState().wantsTraining).toBe(true);
    expect(state().training).toEqual({ preset: 'current', epochs: null });
    expect(state().normalClasses).toEqual([3]);
  });

  test('begins anew where the network has learned of others', async () => {
    engine.emit(progressEvent('1', 30, [0.1]));
    anomalies().trainOnNormal('current');
    await settleAll();
    expect(session.run.store.getState()).toMatchObject({ runId: '2', step: 0, wantsTraining: true });
  });

  test('pauses after the epochs of the preset', async () => {
    anomalies().trainOnNormal('best');
    await settleAll();
    const epochs = state().training?.epochs ?? 0;
    expect(epochs).toBeGreaterThan(0);
    const { runId } = session.run.store.getState();
    engine.emit({ ...progressEvent(runId, 1000, [0.1]), epoch: epochs + 0.01 });
    expect(session.run.store.getState().wantsTraining).toBe(false);
    expect(state().training).toBeNull();
  });
});

describe('one sample', () => {
  test('is ranked among the held-out ones, with its error on the scale of all', async () => {
    dataArrives();
    engine.answerWith({
      scoreSets: (runId) => Promise.resolve(scored(runId, 0)),
      scoreSamples: (runId) =>
        Promise.resolve({
          runId,
          step: 0,
          kind: 'mse',
          codeSize: 16,
          judged: { scores: Float32Array.of(1.95) },
          reconstructions: new Float32Array(784).fill(0.25),
        }),
    });
    anomalies().lookAt();
    await settleAll();
    anomalies().setCandidate(new Float32Array(784).fill(1), { kind: 'file', name: 'a.png' });
    await settleAll();
    expect(state().candidate).toMatchObject({ score: expect.closeTo(1.95, 5), rank: 0.5 });
    expect(state().candidate?.error[0]).toBe(0.75);
    anomalies().setCandidate(null, { kind: 'drawing' });
    expect(state().candidate).toBeNull();
  });
});
