// A long recording with a short fault: the windows that it was cut into are scored, and the highest are the fault.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scoredWindows } from '../../../core/anomaly/along/scored-windows';
import { flaggedStretches, rankedStretches } from '../../../core/anomaly/along/stretches';
import { percentileThreshold } from '../../../core/anomaly/threshold';
import type { Judged } from '../../../core/engine-api/scoring';
import { fault, machineSeries, makeMachineDataset } from '../../../data/sources/testing/machine-series';
import { openSession, type EngineSession } from '../../testing/engine-session';

const id = 'own:00000000000000cc';
const validationShare = 0.2;

let session: EngineSession;
beforeAll(async () => {
  session = await openSession('wasm');
  session.engine.setSeen([]);
});
afterAll(() => session.engine.dispose());

const scoresOf = (judged: Judged | null | undefined) =>
  judged && 'scores' in judged ? judged.scores : new Float32Array(0);

test('the stretch that scores highest is the fault', async () => {
  const { dataset, windows, windowLength } = await makeMachineDataset(id);
  session.engine.lend(id, dataset);
  const runId = await session.newRun({
    dataset: id,
    validationShare,
    hidden: [32],
    codeSize: 4,
    batchSize: 50,
    activation: 'elu',
    outputActivation: 'linear',
    learningRate: 0.005,
  });
  await session.until('subset-counted', (event) => event.runId === runId, 0);
  await session.finish(runId, 300);
  const sets = await session.engine.scoreSets(runId, 'mse', () => undefined);
  const [training, validation] = [scoresOf(sets?.training), scoresOf(sets?.validation)];
  expect(training).toHaveLength(493);
  // The last fifth of the training stretch is held out, and scored among all of it.
  expect(validation).toHaveLength(99);
  validation.forEach((score, i) => expect(score).toBeCloseTo(training[493 - 99 + i] ?? NaN, 6));

  const threshold = percentileThreshold(validation, 99);
  const along = scoredWindows(
    { windows, length: windowLength },
    0,
    { training, test: scoresOf(sets?.test) },
    validationShare,
  );
  const [top] = rankedStretches(flaggedStretches(along, threshold ?? NaN, 0));
  expect(top?.use).toBe('test');
  expect(top?.peak).toBeGreaterThan(fault.from - windowLength);
  expect(top?.peak).toBeLessThan(fault.to);
  // No window that has none of the fault scores half as much.
  const others = along.scores.filter((_, i) => {
    const start = along.starts[i] ?? 0;
    return start + windowLength <= fault.from || start >= fault.to;
  });
  expect(Math.max(...others)).toBeLessThan((top?.score ?? 0) / 2);

  // The recording itself comes back as it was.
  expect(await session.engine.recording(runId, 0)).toEqual(machineSeries());
  expect(await session.engine.recording(runId, 1)).toBeNull();
});
