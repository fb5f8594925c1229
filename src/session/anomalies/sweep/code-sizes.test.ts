import { beforeEach, describe, expect, test } from 'vitest';
import { defaultExperiment } from '../../../core/experiment/experiment';
import type { AnalysisCalls } from '../../analysis/analysis-client';
import type { Session } from '../../session';
import { createAnomalies } from '../anomalies';
import { progressEvent, startedEvent, type FakeEngine } from '../../testing/fake-engine';
import { allDataArrives, settleAll } from '../../testing/scored-samples';
import { startTestSession } from '../../testing/test-session';

const labels = Uint16Array.of(1, 1, 2, 2);
/** Class 1 is normal: perfect, and wrong about one pair of four. */
const [perfect, worse] = [Float32Array.of(1, 2, 3, 4), Float32Array.of(1, 3, 2, 4)];

const analysis = {
  pca: () => new Promise(() => undefined),
  linearScores: (_: unknown, codeSizes: readonly number[]) =>
    Promise.resolve({ meanImage: worse, pca: codeSizes.map(() => worse), components: codeSizes }),
  nearestScores: () => Promise.resolve(perfect),
  cancel: () => undefined,
} as unknown as AnalysisCalls;

let session: Session;
let engine: FakeEngine;
const anomalies = () => session.applications.open(createAnomalies);
const sizes = () => anomalies().store.getState().codeSizes;
const builds = () => engine.commands.filter(([name]) => name === 'build');

/** The network that is under way, of run `runId`, is trained to its end. */
async function trains(runId: string, codeSize: number): Promise<void> {
  engine.emit(startedEvent(runId, { ...defaultExperiment, codeSize }));
  engine.emit({ type: 'stage', runId, stage: 'ready', message: { code: 'stage.ready' } });
  // The second network finds the data that the first has waited for.
  if (runId === '2') allDataArrives(engine);
  engine.emit(progressEvent(runId, 500, [0.1]));
  await settleAll();
}

beforeEach(async () => {
  ({ session, engine } = await startTestSession({ analysis }));
  engine.answerWith({
    scoreSets: (runId) =>
      Promise.resolve({
        runId,
        step: 500,
        kind: 'mse',
        codeSize: 4,
        test: { scores: runId === '3' ? worse : perfect },
        labels,
        validation: null,
        train: null,
        training: null,
      }),
  });
  allDataArrives(engine);
  anomalies().lookAt();
  anomalies().chooseNormal([1]);
  await settleAll();
});

describe('AUROC against code size', () => {
  test('trains a network for each size after the other in an engine of its own, PCA beside it', async () => {
    anomalies().sweepCodeSizes([8, 4]);
    await settleAll();
    expect(engine.opened).toHaveLength(2);
    expect(sizes()).toMatchObject({
      of: { score: 'mse', steps: 500 },
      points: [
        { codeSize: 4, network: null, pca: 0.75 },
        { codeSize: 8, network: null, pca: 0.75 },
      ],
    });
    expect(builds().at(-1)).toMatchObject(['build', '2', { codeSize: 4 }, null]);
    expect(engine.commands.at(-1)).toEqual(['play', '2', 500]);
    await trains('2', 4);
    expect(sizes().points[0]?.network).toBe(1);
    expect(sizes().progress?.message).toEqual({
      code: 'anomalies.training',
      codeSize: 8,
      place: 2,
      count: 2,
    });
    await trains('3', 8);
    expect(sizes()).toMatchObject({ progress: null, failure: null });
    expect(sizes().points.map(({ network }) => network)).toEqual([1, 0.75]);
    expect(engine.disposed()).toBe(1);
    // The main run is where it was.
    expect(session.run.store.getState()).toMatchObject({ runId: '1', step: 0, wantsTraining: false });
  });

  test('keeps what is measured when it is cancelled, and ends its engine', async () => {
    anomalies().sweepCodeSizes([4, 8]);
    await settleAll();
    await trains('2', 4);
    anomalies().cancelCodeSizes();
    await settleAll();
    expect(sizes()).toMatchObject({ progress: null, failure: null });
    expect(sizes().points.map(({ network }) => network)).toEqual([1, null]);
    expect(engine.disposed()).toBe(1);
  });

  test('says why a network could not be trained', async () => {
    anomalies().sweepCodeSizes([4]);
    await settleAll();
    engine.emit(startedEvent('2', { ...defaultExperiment, codeSize: 4 }));
    engine.emit({ type: 'diverged', runId: '2', step: 30, restoredStep: 0, cause: 'weights' });
    await settleAll();
    expect(sizes()).toMatchObject({ progress: null, failure: { code: 'run.diverged', step: 30 } });
  });

  test('is forgotten when something else counts as normal', async () => {
    anomalies().sweepCodeSizes([4]);
    await settleAll();
    anomalies().chooseNormal([2]);
    await settleAll();
    expect(sizes()).toMatchObject({ of: null, points: [], progress: null });
  });
});
