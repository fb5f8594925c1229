import { describe, expect, it } from 'vitest';
import type { Evaluation, Progress, TrainingEvent } from '../core/engine-api';
import { defaultExperiment } from '../core/experiment';
import {
  applyToComparison,
  begun,
  endedBy,
  isOfOtherSettings,
  lastStep,
  nextExperiments,
  noComparison,
  overallProgress,
  shareDone,
  statusOf,
  type Comparison,
} from './comparison';
import { familyIds } from './comparison-experiments';
import { newRun } from './run';
import { evaluationEvent, snapshotEvent, startedEvent } from './testing/fake-engine';

const ids = { undercomplete: 11, sparse: 12, denoising: 13, variational: 14 };
/** 60,000 images in batches of 128. */
const stepsPerPass = 469;

function started(): Comparison {
  const experiments = nextExperiments(noComparison, defaultExperiment);
  const main = newRun(1, defaultExperiment, null);
  return after(
    begun(noComparison, ids, experiments, main),
    ...familyIds.map((id) => startedEvent(ids[id], experiments[id])),
  );
}

function after(comparison: Comparison, ...events: TrainingEvent[]): Comparison {
  return events.reduce((one, event, index) => applyToComparison(one, event, 1000 * index), comparison);
}

const progress = (runId: number, step: number): Progress => ({
  type: 'progress',
  runId,
  step,
  trainLosses: Float32Array.of(0.1),
  trainTerms: { reconstruction: Float32Array.of(0.1) },
  epoch: step / stepsPerPass,
  imagesPerSecond: 5000,
});
const measured = (runId: number, step: number, mse: number, scope: Evaluation['scope'] = 'subset') =>
  evaluationEvent(runId, { step, mse, scope });

describe('a comparison', () => {
  it('keeps the events of its four runs apart, and from the main run', () => {
    const comparison = started();
    const next = after(comparison, progress(ids.sparse, 3));
    expect(familyIds.map((id) => next.runs?.[id].run.step)).toEqual([0, 3, 0, 0]);
    expect(after(comparison, snapshotEvent(1, 5))).toBe(comparison);
  });

  it('trains whole passes, of which the last batch may be a part', () => {
    const { runs } = started();
    expect(runs && lastStep(runs.sparse, 1)).toBe(stepsPerPass);
    expect(runs && lastStep(runs.sparse, 5)).toBe(Math.ceil(300_000 / 128));
  });

  it('counts how far each is and all of them together', () => {
    const half = after(started(), progress(ids.sparse, 234.5), progress(ids.denoising, stepsPerPass));
    expect(half.runs && shareDone(half.runs.sparse, 1)).toBeCloseTo(0.5);
    expect(overallProgress(half).share).toBeCloseTo(1.5 / 4);
  });

  it('tells the time that is left by the steps of all four', () => {
    const events = [0, 1, 2].map((second) => progress(ids.sparse, 100 * second));
    const { secondsLeft } = overallProgress(after(started(), ...events));
    expect(secondsLeft).toBeCloseTo((4 * stepsPerPass - 200) / 100);
  });

  it('is finished when every run has made its steps or cannot', () => {
    const three = after(
      started(),
      progress(ids.undercomplete, stepsPerPass),
      progress(ids.sparse, stepsPerPass),
      progress(ids.denoising, stepsPerPass),
    );
    expect(statusOf(three)).toBe('training');
    const diverged = after(three, {
      type: 'diverged',
      runId: ids.variational,
      step: 40,
      restoredStep: 20,
      cause: 'kl',
    });
    expect(statusOf(diverged)).toBe('finished');
    expect(diverged.runs?.variational.diverged).toEqual({ step: 40, restoredStep: 20, cause: 'kl' });
    expect(statusOf({ ...diverged, passes: 2, wantsTraining: false })).toBe('paused');
  });

  it('keeps a curve of the squared error, one measurement for each step', () => {
    const comparison = after(
      started(),
      measured(ids.variational, 0, 0.23, 'all'),
      measured(ids.variational, 50, 0.06),
      measured(ids.variational, 60, 0.055),
      measured(ids.variational, 60, 0.056, 'all'),
      measured(ids.variational, 70, 0.05, 'all'),
    );
    expect(comparison.runs?.variational.testMse).toMatchObject({
      steps: [0, 50, 60, 70],
      means: [0.23, 0.06, 0.055, 0.05],
    });
  });

  it('shows the images of the newest snapshot', () => {
    const others = { ...snapshotEvent(ids.sparse), indices: Uint32Array.from([5, 6]) };
    const comparison = after(started(), snapshotEvent(ids.undercomplete), others);
    expect(comparison.indices).toEqual(others.indices);
  });

  it('keeps what it has shown when it is ended, and hears no more', () => {
    const comparison = after(started(), progress(ids.sparse, 30), snapshotEvent(ids.sparse, 30));
    const ended = endedBy(comparison, 'rebuilt');
    expect(statusOf(ended)).toBe('ended');
    expect(ended.runs?.sparse.run).toMatchObject({ step: 30, wantsTraining: false });
    expect(ended.runs?.sparse.run.snapshot).not.toBeNull();
    expect(after(ended, progress(ids.sparse, 31)).runs).toBe(ended.runs);
    expect(endedBy(ended, 'stopped').ended).toBe('rebuilt');
  });

  it('knows when it was trained with other settings than are chosen now', () => {
    const comparison = started();
    expect(isOfOtherSettings(comparison, defaultExperiment)).toBe(false);
    expect(isOfOtherSettings(comparison, { ...defaultExperiment, learningRate: 0.01 })).toBe(true);
    expect(isOfOtherSettings(comparison, { ...defaultExperiment, codeKind: 'gaussian', loss: 'bce' })).toBe(
      false,
    );
    expect(isOfOtherSettings({ ...comparison, codeSize: 8 }, defaultExperiment)).toBe(true);
  });

  it('learns from the main run how fast this machine is', () => {
    expect(after(noComparison, progress(1, 5)).knownSpeed).toBe(5000);
    expect(after(started(), progress(ids.sparse, 5)).knownSpeed).toBeNull();
  });
});
