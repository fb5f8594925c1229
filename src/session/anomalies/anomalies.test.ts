import { beforeEach, describe, expect, test } from 'vitest';
import { tableCsv } from '../../core/table';
import type { Session } from '../session';
import { createAnomalies } from './anomalies';
import { progressEvent, type FakeEngine } from '../testing/fake-engine';
import { allDataArrives, scored, scoringAnalysis, settleAll, testScores } from '../testing/scored-samples';
import { startTestSession } from '../testing/test-session';

let session: Session;
let engine: FakeEngine;
const anomalies = () => session.applications.open(createAnomalies);
const state = () => anomalies().store.getState();
const codes = () => state().missing.map(({ code }) => code);
const asked = (name: string) => engine.commands.filter(([command]) => command === name).length;

beforeEach(async () => {
  ({ session, engine } = await startTestSession({ analysis: scoringAnalysis }));
  engine.answerWith({
    scoreSets: (runId) => Promise.resolve(scored(runId, session.run.store.getState().step)),
  });
});

describe('while nobody looks', () => {
  test('the network is asked for nothing', async () => {
    allDataArrives(engine);
    await settleAll();
    expect(asked('scoreSets')).toBe(0);
    expect(codes()).toEqual(['anomaly.no-network']);
  });

  test('what is under way is cancelled', async () => {
    allDataArrives(engine);
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
    allDataArrives(engine);
    anomalies().lookAt();
    anomalies().chooseNormal([1]);
    await settleAll();
  });

  test('waits for all of the data', async () => {
    const other = await startTestSession({ analysis: scoringAnalysis });
    other.session.applications.open(createAnomalies).lookAt();
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

  test.each([
    ['another network', { hidden: [7] }],
    ['other data', { dataset: 'quickdraw' as const }],
  ])('gives up a chosen threshold with %s: it was on the scale of the last', async (_, patch) => {
    anomalies().setThreshold(5);
    session.run.change(patch);
    expect(state()).toMatchObject({ thresholdOrigin: 'percentile' });
    expect(state().threshold).not.toBe(5);
    await settleAll();
    expect(state().threshold).not.toBe(5);
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
    const testCodes = Float32Array.from({ length: 20 * 16 }, (_, i) => testScores[Math.floor(i / 16)]!);
    const sets = { test: { codes: testCodes }, validation: null, train: new Float32Array(16) };
    engine.answerWith({
      scoreSets: (runId) => Promise.resolve(scored(runId, 0, { kind: 'nearest-code', ...sets })),
    });
    anomalies().chooseScore('nearest-code');
    await settleAll();
    expect(state().network?.test).toEqual(testScores);
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
    expect(table?.rows[1]).toEqual([
      1,
      '2',
      0,
      testScores[1],
      1,
      testScores[1],
      testScores[1],
      -testScores[1]!,
    ]);
    expect(tableCsv(table!)).toContain('index,class,normal');
  });
});
