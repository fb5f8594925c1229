import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { networkPlan } from '../../catalog/architectures/registry';
import { widthOf } from '../../catalog/architectures/plan';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import type { Checkpoint } from '../../core/run/checkpoint';
import type { Session } from '../session';
import { progressEvent, type FakeEngine } from '../testing/fake-engine';
import { checkpointAt, createTestSession, settle, startTestSession } from '../testing/test-session';
import { parseKeptRun, resumeKeptRun, type KeptRun } from '../archive/kept-run';
import { memoryRunArchive, type MemoryRunArchive } from '../testing/memory-run-archive';

const memory = memoryRunArchive;
const refusing = () => memoryRunArchive(new DOMException('', 'QuotaExceededError'));
beforeEach(() => vi.stubGlobal('sessionStorage', { setItem: () => undefined, removeItem: () => undefined }));
afterEach(() => vi.unstubAllGlobals());

function keptIn({ runs }: MemoryRunArchive): KeptRun {
  const run = runs.get('1');
  if (run === undefined) throw new Error('Nothing was kept.');
  return run;
}

async function trainedSession(runArchive: MemoryRunArchive | null) {
  const { session, engine } = await startTestSession({
    runArchive: runArchive && (() => Promise.resolve(runArchive)),
  });
  session.run.toggle();
  engine.emit(progressEvent('1', 3, [3, 2, 1]));
  await settle();
  return { session, engine, keeper: session.runKeeper };
}

/** What the engine answers a pause with: the last steps, and a checkpoint of them. */
async function pauseAt(engine: FakeEngine, step: number): Promise<void> {
  await settle();
  expect(engine.commands.at(-1)).toEqual(['pause', '1']);
  engine.emit(progressEvent('1', step, [0.5]));
  engine.emit({ type: 'paused', runId: '1', step, reason: 'asked' });
  engine.emit({ type: 'checkpoint', runId: '1', checkpoint: checkpointAt(step) });
}

/** The page after the reload. */
async function nextSession(kept: KeptRun, experiment: Experiment = defaultExperiment) {
  const resumed = resumeKeptRun(kept, experiment);
  const next = createTestSession({ resumed, experiment });
  next.session.start();
  await settle();
  return next;
}

const trainSteps = ({ run }: Session) => run.store.getState().curves.train.steps;

describe('a reload', () => {
  it('keeps a run that trains at the step where it stops, and the next page trains it on with its curves', async () => {
    const kept = memory();
    const { engine, keeper } = await trainedSession(kept);
    expect(await keeper.foresee()).toBe('kept');
    const keeping = keeper.keep();
    await pauseAt(engine, 4);
    expect(await keeping).toBe(true);

    const next = await nextSession(keptIn(kept));
    const run = next.session.run.store.getState();
    expect(run).toMatchObject({ runId: '1', step: 4, wantsTraining: true, marks: [] });
    expect(trainSteps(next.session)).toEqual([1, 2, 3, 4]);
    expect(next.engine.commands).toContainEqual(['build', '1', defaultExperiment, checkpointAt(4)]);
    expect(next.engine.commands).toContainEqual(['play', '1']);
  });

  it('leaves a paused run paused', async () => {
    const kept = memory();
    const { session, engine, keeper } = await trainedSession(kept);
    session.run.toggle();
    const keeping = keeper.keep();
    await pauseAt(engine, 4);
    await keeping;
    const next = await nextSession(keptIn(kept));
    expect(next.session.run.store.getState()).toMatchObject({ step: 4, wantsTraining: false });
    expect(next.engine.commands.map(([name]) => name)).not.toContain('play');
  });

  it('keeps the latest checkpoint where there is no engine that could pause, and what came after it is forgotten', async () => {
    const kept = memory();
    const { session, engine, keeper } = await trainedSession(kept);
    engine.emit({ type: 'checkpoint', runId: '1', checkpoint: checkpointAt(2) });
    engine.hangAlways();
    engine.die();
    engine.commands.length = 0;
    expect(await keeper.keep()).toBe(true);
    expect(engine.commands).toEqual([]);
    expect(session.run.store.getState().step).toBe(3);
    const next = await nextSession(keptIn(kept));
    expect(next.session.run.store.getState().step).toBe(2);
    expect(trainSteps(next.session)).toEqual([1, 2]);
  });

  it('is foreseen to lose the run where the browser keeps nothing; a failed try leaves it training', async () => {
    for (const kept of [refusing(), null]) {
      const { engine, keeper } = await trainedSession(kept);
      expect(await keeper.foresee()).toBe('lost');
      const keeping = keeper.keep();
      await pauseAt(engine, 4);
      expect(await keeping).toBe(false);
      expect(engine.commands.at(-1)).toEqual(['play', '1']);
    }
  });

  it('has nothing to keep of a run that has not trained', async () => {
    const { session } = await startTestSession({ runArchive: () => Promise.resolve(memory()) });
    expect(await session.runKeeper.foresee()).toBe('untrained');
  });
});

describe('the page after the reload', () => {
  const keptAt4 = async () => {
    const kept = memory();
    const { engine, keeper } = await trainedSession(kept);
    const keeping = keeper.keep();
    await pauseAt(engine, 4);
    await keeping;
    return keptIn(kept);
  };

  it('takes on what the address has beyond the run: a learning rate, a wider code', async () => {
    const chosen = { ...defaultExperiment, learningRate: 0.01, codeSize: 20 };
    const { engine } = await nextSession(await keptAt4(), chosen);
    expect(engine.commands).toContainEqual(['build', '1', defaultExperiment, checkpointAt(4)]);
    expect(engine.commands).toContainEqual(['change', '1', { learningRate: 0.01, codeSize: 20 }]);
  });

  it('begins anew where the address has another network', async () => {
    expect(resumeKeptRun(await keptAt4(), { ...defaultExperiment, seed: 2 })).toBeNull();
  });

  it('reads what was kept only where the arrays fit the network', async () => {
    const kept = await keptAt4();
    // The test's checkpoints have no weights.
    expect(parseKeptRun(kept)).toBeNull();
    for (const architecture of ['dense', 'convolutional'] as const) {
      const experiment = { ...defaultExperiment, architecture, hidden: [8], filters: 4 };
      const { layers } = networkPlan(experiment, [28, 28, 1]);
      // A bias for every unit, or for every feature map.
      const weights = layers.flatMap(({ kind, kernelShape, outputShape }) => [
        new Float32Array(widthOf(kernelShape)),
        new Float32Array(kind === 'dense' ? widthOf(outputShape) : Number(outputShape[2])),
      ]);
      const checkpoint: Checkpoint = {
        ...checkpointAt(4, experiment),
        weights,
        optimizer: { updates: 4, slots: [weights, weights] },
      };
      const withWeights = (given: Checkpoint) => ({
        ...kept,
        record: { ...kept.record, experiment, checkpoint: given },
      });
      const good = withWeights(checkpoint);
      expect(parseKeptRun(structuredClone(good))).toEqual(good);
      expect(parseKeptRun({ ...good, version: 0 })).toBeNull();
      expect(parseKeptRun(withWeights({ ...checkpoint, weights: weights.slice(2) }))).toBeNull();
      const [first, ...others] = weights;
      const short = { ...checkpoint, weights: [first?.slice(1) ?? new Float32Array(), ...others] };
      expect(parseKeptRun(withWeights(short))).toBeNull();
    }
    for (const nonsense of [null, 7, {}, { version: 3, wantsTraining: true, record: {} }]) {
      expect(parseKeptRun(nonsense)).toBeNull();
    }
  });
});
