import { beforeEach, describe, expect, test } from 'vitest';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import { digitsInfo } from '../../core/samples/testing/digits-info';
import type { Session } from '../session';
import { createAnomalies } from './anomalies';
import { progressEvent, startedEvent, type FakeEngine } from '../testing/fake-engine';
import { allDataArrives, scored, scoringAnalysis, settleAll } from '../testing/scored-samples';
import { startTestSession } from '../testing/test-session';

let session: Session;
let engine: FakeEngine;
const anomalies = () => session.applications.open(createAnomalies);
const state = () => anomalies().store.getState();

beforeEach(async () => {
  ({ session, engine } = await startTestSession({ analysis: scoringAnalysis }));
  engine.answerWith({
    scoreSets: (runId) => Promise.resolve(scored(runId, session.run.store.getState().step)),
  });
});

describe('training on normal samples', () => {
  beforeEach(() => {
    allDataArrives(engine);
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

describe('a small data set', () => {
  const recording: DatasetInfo = {
    ...digitsInfo,
    trainCount: 400,
    shape: [64, 1],
    windows: { stride: 16, rate: null, recordings: [] },
  };
  const begins = (runId: string) => {
    const started = startedEvent(runId, session.run.experiment.getState());
    engine.emit({ ...started, dataset: recording });
  };

  test.each([
    ['of a run that knows its data', true],
    ['of a run that is only beginning', false],
  ])('is gone through often enough when another network takes the place %s', async (_, isKnown) => {
    if (isKnown) begins('1');
    engine.emit(progressEvent('1', 30, [0.1]));
    if (!isKnown) session.run.change({ hidden: [7] });
    expect(session.run.store.getState().facts === null).toBe(!isKnown);
    anomalies().trainOnNormal('best');
    const { runId } = session.run.store.getState();
    begins(runId);
    await settleAll();
    const { batchSize } = session.run.experiment.getState();
    const epochs = state().training?.epochs ?? 0;
    expect((epochs * recording.trainCount) / batchSize).toBeGreaterThanOrEqual(isKnown ? 2000 : 300);
  });
});

describe('one sample', () => {
  test('is ranked among the held-out ones, with its error on the scale of all', async () => {
    allDataArrives(engine);
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
    expect(state().candidate).toMatchObject({ rank: 0.5 });
    expect(state().candidate?.score).toBeCloseTo(1.95, 5);
    expect(state().candidate?.error[0]).toBe(-0.75);
    anomalies().setCandidate(null, { kind: 'drawing' });
    expect(state().candidate).toBeNull();
  });
});
