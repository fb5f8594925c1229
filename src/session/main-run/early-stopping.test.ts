import { beforeEach, describe, expect, it } from 'vitest';
import { defaultExperiment, type ExperimentPatch } from '../../core/experiment/experiment';
import type { Checkpoint } from '../../core/run/checkpoint';
import { keptRunOf, parseKeptRun } from '../archive/kept-run';
import { familyRuns } from '../comparison/families';
import { experimentAt } from '../../core/sweep/sweep';
import type { Session } from '../session';
import { progressEvent, startedEvent, type FakeEngine } from '../testing/fake-engine';
import { checkpointAt, settle, startTestSession } from '../testing/test-session';

const experiment = { ...defaultExperiment, validationShare: 0.1, earlyStopping: 3 };

let session: Session;
let engine: FakeEngine;
beforeEach(async () => {
  ({ session, engine } = await startTestSession({ experiment }));
  engine.emit(startedEvent('1', experiment));
});

const best = (step: number, loss: number): Checkpoint => {
  const checkpoint = checkpointAt(step, experiment);
  engine.emit({ type: 'best', runId: '1', loss, checkpoint });
  return checkpoint;
};

/** Trained to step 2,000, with the best weights at step 800. */
function stopEarly(): Checkpoint {
  session.run.toggle();
  const checkpoint = best(800, 0.0123);
  engine.emit(progressEvent('1', 2000, Array<number>(2000).fill(0.02)));
  engine.emit({ type: 'checkpoint', runId: '1', checkpoint: checkpointAt(2000, experiment) });
  engine.emit({ type: 'paused', runId: '1', step: 2000, reason: 'no-better' });
  return checkpoint;
}

const changed = (patch: ExperimentPatch) =>
  engine.emit({
    ...{ type: 'changed', runId: '1', step: 2000, patch, experiment: { ...experiment, ...patch } },
    ...{ trainCount: 54_000, parameters: 1 },
  });

const notices = () => session.notices.store.getState();
const best800 = () => session.run.store.getState().best?.checkpoint.step;

describe('training that has paused by itself', () => {
  it('is not training, and says where the validation loss was best and how good it was', () => {
    stopEarly();
    expect(session.run.store.getState().wantsTraining).toBe(false);
    const [notice] = notices();
    expect(notice?.message).toContain('step 2,000: the validation loss has not improved for 3 epochs');
    expect(notice?.detail).toMatch(/best at step 800: 0\.0123/);
  });

  it('goes back to the best weights when asked to, and does not train', async () => {
    const checkpoint = stopEarly();
    engine.commands.length = 0;
    notices()[0]?.action?.onClick();
    await settle();
    expect(engine.commands).toEqual([['build', '1', experiment, checkpoint]]);
    const run = session.run.store.getState();
    expect(run).toMatchObject({ runId: '1', step: 800, wantsTraining: false });
    expect(run.curves.train.steps.at(-1)).toBeLessThanOrEqual(800);
    expect(notices()).toEqual([]);
  });

  it('takes a setting along that was changed since', async () => {
    const checkpoint = stopEarly();
    session.run.change({ learningRate: 0.0005 });
    changed({ learningRate: 0.0005 });
    engine.commands.length = 0;
    session.run.goBackToBest();
    await settle();
    expect(engine.commands).toEqual([
      ['build', '1', experiment, checkpoint],
      ['change', '1', { learningRate: 0.0005 }],
    ]);
  });

  it('trains on when asked to', async () => {
    stopEarly();
    engine.commands.length = 0;
    notices()[0]?.otherAction?.onClick();
    await settle();
    expect(engine.commands).toEqual([['play', '1']]);
    expect(session.run.store.getState().wantsTraining).toBe(true);
    expect(notices()).toEqual([]);
  });
});

describe('the best weights', () => {
  it('are forgotten when the loss means something else from now on, and only then', () => {
    stopEarly();
    changed({ learningRate: 0.1 });
    expect(best800()).toBe(800);
    changed({ codeSize: 8 });
    expect(best800()).toBeUndefined();
  });

  it('are kept over a reload, unless they do not fit the network', () => {
    stopEarly();
    const kept = keptRunOf(session.run.store.getState(), null);
    expect(kept?.record.best?.checkpoint.step).toBe(800);
    // The fake engine's checkpoints have no weights, so what is read back is no run.
    expect(parseKeptRun(kept)).toBeNull();
  });
});

it('runs that are compared, and values of a sweep, train equally long', () => {
  expect(familyRuns(experiment, null).map((run) => run.experiment.earlyStopping)).toEqual([0, 0, 0, 0]);
  expect(experimentAt({ base: experiment, setting: 'codeSize' }, 8).earlyStopping).toBe(0);
});
