// Early stopping on the real MNIST data: a network whose learning rate is too large for it soon stops getting better.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BestTaken } from '../../core/engine-api/events';
import type { Checkpoint } from '../../core/run/checkpoint';
import type { ExperimentPatch } from '../../core/experiment/experiment';
import type { RunId } from '../../core/run/stamp';
import { openSession, type EngineSession } from '../testing/engine-session';

const trainImages = 60_000;
const patch: ExperimentPatch = {
  hidden: [8],
  codeSize: 2,
  batchSize: 1024,
  learningRate: 0.2,
  validationShare: 0.1,
  earlyStopping: 2,
};

let session: EngineSession;
beforeAll(async () => {
  session = await openSession('wasm');
  session.engine.setSeen([]);
});
afterAll(() => session.engine.dispose());

const epochOf = ({ samplesPassed }: Checkpoint) => Math.floor(samplesPassed / trainImages);
const bestOf = (runId: RunId) =>
  session.events.filter((event): event is BestTaken => event.type === 'best' && event.runId === runId);

interface Stopped {
  runId: RunId;
  /** Undefined where it had got no better since it was built. */
  best: BestTaken | undefined;
  /** Taken when it paused. */
  checkpoint: Checkpoint;
}

/** Trains a run until it pauses by itself. */
async function trainUntilStopped(runId: RunId): Promise<Stopped> {
  const from = session.events.length;
  session.engine.play(runId);
  const { step } = await session.until(
    'paused',
    (event) => event.runId === runId && event.reason === 'no-better',
    from,
  );
  const { checkpoint } = await session.until(
    'checkpoint',
    (event) => event.runId === runId && event.checkpoint.step === step,
    from,
  );
  return { runId, best: bestOf(runId).at(-1), checkpoint };
}

let first: Stopped & { best: BestTaken };

test('training pauses after two epochs without a better validation loss, at the end of an epoch', async () => {
  const { best, ...stopped } = await trainUntilStopped(await session.newRun(patch));
  if (!best) throw new Error('no best weights were sent');
  first = { ...stopped, best };
  const { runId, checkpoint } = first;
  expect(epochOf(checkpoint) - epochOf(best.checkpoint)).toBe(2);
  // The first step of the next epoch: no more than a batch of the samples that are trained on has been passed.
  for (const { samplesPassed } of [checkpoint, best.checkpoint]) {
    expect(samplesPassed % trainImages).toBeLessThan(1.2 * 1024);
  }
  const losses = bestOf(runId).map(({ loss }) => loss);
  expect(losses).toEqual([...losses].sort((a, b) => b - a));
});

test('the same experiment stops at the same step, though it was paused and went on in between', async () => {
  const runId = await session.newRun(patch);
  await session.trainTo(runId, 30);
  const again = await trainUntilStopped(runId);
  expect(again.checkpoint.step).toBe(first.checkpoint.step);
  expect(again.best).toEqual({ ...first.best, runId });
});

test('a run that goes on from a checkpoint waits no longer than it would have', async () => {
  const runId = await session.newRun(patch, first.best.checkpoint);
  const again = await trainUntilStopped(runId);
  expect(again.checkpoint.step).toBe(first.checkpoint.step);
  // The best weights are those it started from.
  expect(again.best).toBeUndefined();
});

test('the best weights have the validation loss that they were sent with', async () => {
  const runId = await session.newRun(patch, first.best.checkpoint);
  const { loss } = await session.until(
    'evaluation',
    (event) => event.runId === runId && event.scope === 'validation',
    0,
  );
  expect(loss).toBeCloseTo(first.best.loss, 6);
});

test('whoever trains on gets the whole patience again', async () => {
  const runId = await session.newRun(patch, first.checkpoint);
  session.engine.play(runId);
  const { step } = await session.until(
    'paused',
    (event) => event.runId === runId && event.reason === 'no-better',
  );
  const stepsPerEpoch = first.checkpoint.step / epochOf(first.checkpoint);
  expect(step - first.checkpoint.step).toBeGreaterThan(1.9 * stepsPerEpoch);
});

test.each<ExperimentPatch>([{ earlyStopping: 0 }, { validationShare: 0 }])(
  'nothing is judged with %o',
  async (off) => {
    const runId = await session.newRun({ ...patch, ...off });
    await session.finish(runId, 130);
    expect(bestOf(runId)).toEqual([]);
  },
);
