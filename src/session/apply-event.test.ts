import { describe, expect, it } from 'vitest';
import type { Checkpoint, TrainingEvent } from '../core/engine-api';
import { defaultExperiment } from '../core/experiment';
import { applyEvent } from './apply-event';
import { continuedRun, newRun, recentBatches, recentTrainLoss, runStatus, type Run } from './run';
import { evaluationEvent, snapshotEvent, startedEvent } from './testing/fake-engine';

const runId = 7;
const fresh = newRun(runId, defaultExperiment, null);

function after(run: Run, ...events: TrainingEvent[]): Run {
  return events.reduce(applyEvent, run);
}

const ready: TrainingEvent = { type: 'stage', runId, stage: 'ready', message: 'Ready' };

function progress(step: number, losses: number[]): TrainingEvent {
  return {
    type: 'progress',
    runId,
    step,
    trainLosses: Float32Array.from(losses),
    epoch: step / 469,
    imagesPerSecond: 7000,
  };
}

const checkpointAt = (step: number): Checkpoint => ({
  experiment: defaultExperiment,
  step,
  samplesSeen: 128 * step,
  weights: [],
  optimizer: { updates: step, slots: [] },
});

describe('the record of a run', () => {
  it('ignores events of any other run', () => {
    const events: TrainingEvent[] = [
      snapshotEvent(runId - 1),
      evaluationEvent(runId + 1),
      { ...progress(5, [1]), runId: runId - 1 } as TrainingEvent,
      { type: 'checkpoint', runId: runId - 1, checkpoint: checkpointAt(5) },
    ];
    expect(after(fresh, ...events)).toBe(fresh);
  });

  it('hears the engine speak of itself before there is a run', () => {
    const run = after(fresh, { type: 'stage', runId: 0, stage: 'backend', message: 'Looking' });
    expect(run.stageMessage).toBe('Looking');
  });

  it('gives each batch loss the step it was made in', () => {
    const run = after(fresh, progress(3, [0.5, 0.25, 0.125]), progress(5, [2, 1]));
    expect(run.curves.train.steps).toEqual([1, 2, 3, 4, 5]);
    expect(run.curves.train.means).toEqual([0.5, 0.25, 0.125, 2, 1]);
    expect(run.step).toBe(5);
  });

  it('averages the train loss over the latest batches only', () => {
    const old = progress(recentBatches, new Array<number>(recentBatches).fill(1));
    const recent = progress(2 * recentBatches, new Array<number>(recentBatches).fill(0.25));
    expect(recentTrainLoss(fresh)).toBeNull();
    expect(recentTrainLoss(after(fresh, old, recent))).toBe(0.25);
  });

  it('is loading until the engine is ready, whatever the person wants', () => {
    const wanted = { ...fresh, wantsTraining: true };
    expect(runStatus(wanted)).toBe('loading');
    expect(runStatus(after(wanted, ready))).toBe('training');
    expect(runStatus(after(fresh, ready))).toBe('paused');
  });

  it('waits for a shard and goes on by itself when training does', () => {
    const training = { ...after(fresh, ready), wantsTraining: true };
    const waiting = after(training, { type: 'paused', runId, step: 78, reason: 'waiting' });
    expect(runStatus(waiting)).toBe('waiting');
    expect(runStatus(after(waiting, progress(79, [0.1])))).toBe('training');
  });

  it('does not take an old pause for a new wish: Pause and at once Train trains on', () => {
    const training = { ...after(fresh, ready), wantsTraining: true };
    const run = after(training, { type: 'paused', runId, step: 10, reason: 'asked' });
    expect(runStatus(run)).toBe('training');
  });

  it('keeps the full test set and the subset apart', () => {
    const subset = evaluationEvent(runId, { scope: 'subset', count: 500, step: 4, loss: 0.05 });
    const run = after(fresh, evaluationEvent(runId, { loss: 0.04 }), subset);
    expect(run.testAll?.evaluation.loss).toBe(0.04);
    expect(run.testSubset?.evaluation.loss).toBe(0.05);
    expect(run.curves.testAll.means).toEqual([0.04]);
    expect(run.curves.testSubset.steps).toEqual([4]);
  });

  it('has one test point for one step: measured again, the later one counts', () => {
    const run = after(fresh, evaluationEvent(runId, { loss: 0.2 }), evaluationEvent(runId, { loss: 0.3 }));
    expect(run.curves.testAll.means).toEqual([0.3]);
  });

  it('notes a change with its step, and no longer trusts a measurement made with other noise', () => {
    const experiment = { ...defaultExperiment, noise: 'gaussian' as const };
    const changed: TrainingEvent = {
      type: 'changed',
      runId,
      step: 42,
      patch: { noise: 'gaussian' },
      experiment,
      parameters: 5,
    };
    const run = after(fresh, evaluationEvent(runId), changed);
    expect(run.marks).toEqual([{ kind: 'changed', step: 42, patch: { noise: 'gaussian' } }]);
    expect(run.experiment.noise).toBe('gaussian');
    expect(run.testAll?.outdated).toBe(true);
    expect(after(run, evaluationEvent(runId, { step: 42 })).testAll?.outdated).toBe(false);
  });

  it('still trusts a measurement after a change of the learning rate', () => {
    const patch = { learningRate: 0.01 };
    const experiment = { ...defaultExperiment, ...patch };
    const changed: TrainingEvent = { type: 'changed', runId, step: 1, patch, experiment, parameters: 5 };
    expect(after(fresh, evaluationEvent(runId), changed).testAll?.outdated).toBe(false);
  });

  it('never draws losses of two units as one curve', () => {
    const patch = { loss: 'bce' as const };
    const experiment = { ...defaultExperiment, ...patch };
    const changed: TrainingEvent = { type: 'changed', runId, step: 2, patch, experiment, parameters: 5 };
    const run = after(fresh, progress(2, [0.1, 0.1]), evaluationEvent(runId), changed, progress(3, [0.6]));
    expect(run.curves.train.steps).toEqual([3]);
    expect(run.curves.testAll.steps).toEqual([]);
    expect(run.curvesFrom).toBe(2);
    expect(recentTrainLoss(run)).toBeCloseTo(0.6, 6);
  });

  it('goes back and stops when the loss diverged', () => {
    const training = { ...after(fresh, ready, progress(4, [4, 3, 2, 1])), wantsTraining: true };
    const run = after(training, { type: 'diverged', runId, step: 6, restoredStep: 2 });
    expect(run.step).toBe(2);
    expect(run.curves.train.steps).toEqual([1, 2]);
    expect(runStatus(run)).toBe('paused');
    expect(run.marks).toEqual([{ kind: 'restored', step: 2 }]);
  });

  it('names a failed shard once, and drops failures of another data set', () => {
    const failed = (dataset: string, message: string): TrainingEvent => ({
      type: 'data-failed',
      dataset,
      shard: 'train-2.shard',
      message,
    });
    const run = after(
      fresh,
      failed('mnist', 'first'),
      failed('mnist', 'second'),
      failed('quickdraw', 'other'),
    );
    expect(run.failedShards.map(({ message }) => message)).toEqual(['second']);
  });
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
    const run = newRun(8, defaultExperiment, { ...before, wantsTraining: true });
    expect(run).toMatchObject({ runId: 8, step: 0, snapshot: null, map: null, drawing: null, testAll: null });
    expect(run.curves.train.steps).toEqual([]);
    expect(run.wantsTraining).toBe(true);
  });

  it('keeps from a lost engine only what the checkpoint knows', () => {
    const run = continuedRun(8, checkpointAt(2), before);
    expect(run.step).toBe(2);
    expect(run.epoch).toBeCloseTo(256 / 60_000, 9);
    expect(run.curves.train.steps).toEqual([1, 2]);
    expect(run.snapshot).toBeNull();
    expect(run.marks.at(-1)).toEqual({ kind: 'restored', step: 2 });
  });
});
