import { describe, expect, it } from 'vitest';
import type { Changed, TrainingEvent } from '../../core/engine-api/events';
import type { Checkpoint } from '../../core/run/checkpoint';
import { defaultExperiment, type Experiment, type ExperimentPatch } from '../../core/experiment/experiment';
import { applyEvent } from './apply-event';
import { recordOf, resumeRun, newRun, type Run } from './run';
import { evaluationEvent, progressEvent, startedEvent } from '../testing/fake-engine';
import { snapshotEvent } from '../testing/snapshot-event';

const runId = '7';
const fresh = newRun(runId, defaultExperiment, null);

function after(run: Run, ...events: TrainingEvent[]): Run {
  return events.reduce(applyEvent, run);
}

const progress = (step: number, losses: number[]) => progressEvent(runId, step, losses);

function changedBy(patch: ExperimentPatch, step: number, before: Experiment = defaultExperiment): Changed {
  const experiment = { ...before, ...patch };
  return { type: 'changed', runId, step, patch, experiment, trainCount: 60_000, parameters: 5 };
}

const checkpointAt = (step: number): Checkpoint => ({
  experiment: defaultExperiment,
  step,
  samplesPassed: 128 * step,
  weights: [],
  optimizer: { updates: step, slots: [] },
});

describe('a run that begins', () => {
  const before = after(
    fresh,
    startedEvent(runId),
    snapshotEvent(runId, 9),
    evaluationEvent(runId),
    progress(3, [3, 2, 1]),
  );

  it('shows nothing of the run before', () => {
    const run = newRun('8', defaultExperiment, { ...before, wantsTraining: true });
    expect(run).toMatchObject({
      runId: '8',
      step: 0,
      snapshot: null,
      map: null,
      drawing: null,
      testAll: null,
    });
    expect(run.curves.train.steps).toEqual([]);
    expect(run.wantsTraining).toBe(true);
  });

  it('is the same run in another engine, which keeps only what the checkpoint knows', () => {
    const run = resumeRun({ ...before, checkpoint: checkpointAt(2) }, defaultExperiment);
    expect(run).toMatchObject({ runId, startedAt: before.startedAt, step: 2 });
    expect(run.epoch).toBeCloseTo(256 / 60_000, 9);
    expect(run.curves.train.steps).toEqual([1, 2]);
    expect(run.snapshot).toBeNull();
    expect(run.marks.at(-1)).toEqual({ kind: 'restored', step: 2 });
  });

  it('is the same run from the beginning in another engine where there is no checkpoint', () => {
    const chosen = { ...defaultExperiment, codeSize: 5 };
    const run = resumeRun({ ...before, wantsTraining: true }, chosen);
    expect(run).toMatchObject({ runId, startedAt: before.startedAt, step: 0, experiment: chosen, marks: [] });
    expect(run.wantsTraining).toBe(true);
  });
});

describe('what is kept of a run', () => {
  const run = after(
    fresh,
    startedEvent(runId),
    snapshotEvent(runId, 9),
    evaluationEvent(runId),
    progress(3, [3, 2, 1]),
    changedBy({ codeSize: 9 }, 3),
    { type: 'checkpoint', runId, checkpoint: checkpointAt(3) },
  );

  it('is plain data, without what is only shown', () => {
    const record = recordOf(run);
    expect(record).not.toHaveProperty('snapshot');
    expect(structuredClone(record)).toEqual(record);
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  });

  it('is enough to go on from', () => {
    const kept = structuredClone(recordOf(run));
    const { curves, marks, facts } = resumeRun(
      { ...newRun('9', defaultExperiment, null), ...kept },
      fresh.experiment,
    );
    expect(curves).toEqual(run.curves);
    expect(marks[0]).toEqual(run.marks[0]);
    expect(facts).toEqual(run.facts);
  });
});

describe('the curve of the squared error', () => {
  const measured = (step: number, mse: number, scope: 'all' | 'subset' = 'subset') =>
    evaluationEvent(runId, { step, mse, scope });
  const run = after(
    fresh,
    measured(0, 0.23, 'all'),
    measured(50, 0.06),
    measured(60, 0.055),
    measured(60, 0.056, 'all'),
    measured(70, 0.05, 'all'),
  );

  it('has one measurement for each step, whether of all test images or of some', () => {
    expect(run.curves.testMse).toMatchObject({ steps: [0, 50, 60, 70], means: [0.23, 0.06, 0.055, 0.05] });
  });

  it('goes on under another loss, and back with a run that diverged', () => {
    expect(after(run, changedBy({ loss: 'bce' }, 70)).curves.testMse).toEqual(run.curves.testMse);
    const back = after(run, { type: 'diverged', runId, step: 75, restoredStep: 55, cause: 'kl' });
    expect(back.curves.testMse.steps).toEqual([0, 50]);
    expect(back.diverged).toEqual({ step: 75, restoredStep: 55, cause: 'kl' });
  });
});

it('takes the whole of a small test set for its subset too, so that its curve has every point', () => {
  const small = (step: number, loss: number) => evaluationEvent(runId, { count: 120, step, loss });
  const run = after(fresh, small(0, 0.2), small(40, 0.1));
  expect(run.testSubset?.evaluation).toMatchObject({ count: 120, step: 40 });
  expect(run.curves.testSubset).toMatchObject({ steps: [0, 40], means: [0.2, 0.1] });
  expect(after(fresh, evaluationEvent(runId, { count: 501 })).testSubset).toBeNull();
});
