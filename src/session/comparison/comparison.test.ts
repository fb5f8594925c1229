import { describe, expect, it } from 'vitest';
import type { Progress, TrainingEvent } from '../../core/engine-api/events';
import { defaultExperiment } from '../../core/experiment/experiment';
import { applyEvent } from '../runs/apply-event';
import { newRun } from '../runs/run';
import { startedEvent } from '../testing/fake-engine';
import { snapshotEvent } from '../testing/snapshot-event';
import {
  endRuns,
  imagesPerSecond,
  keepRun,
  epochsPerChoice,
  lastStep,
  noComparison,
  overallProgress,
  shareDone,
  startRuns,
  statusOf,
  type ComparedRun,
  type Comparison,
} from './comparison';

/** 60,000 images in batches of 128. */
const stepsInEpoch = 469;

/** Runs `a`, `b`, … that the engine has built. */
function started(names = ['a', 'b', 'c', 'd'], batchSizes = names.map(() => 128)): Comparison {
  const runs = names.map((label, index): ComparedRun => {
    const experiment = { ...defaultExperiment, batchSize: batchSizes[index] ?? 128 };
    const run = { ...newRun(label, experiment, null), wantsTraining: true };
    return { label, family: null, run, refusal: null };
  });
  return after(
    startRuns(noComparison, runs),
    ...runs.map(({ run }) => startedEvent(run.runId, run.experiment)),
  );
}

/** The comparison after events, one a second, each of which only the run that it is of takes. */
function after(comparison: Comparison, ...events: TrainingEvent[]): Comparison {
  return events.reduce((before, event, second) => {
    const changed = before.runs.find(({ run }) => applyEvent(run, event) !== run);
    return changed ? keepRun(before, applyEvent(changed.run, event), event, 1000 * second) : before;
  }, comparison);
}

const one = (comparison: Comparison, label: string): ComparedRun => {
  const found = comparison.runs.find((run) => run.label === label);
  if (!found) throw new Error(`no run ${label}`);
  return found;
};

const progress = (runId: string, step: number): Progress => ({
  type: 'progress',
  runId,
  step,
  trainLosses: Float32Array.of(0.1),
  trainTerms: { reconstruction: Float32Array.of(0.1) },
  epoch: step / stepsInEpoch,
  trainMs: 12,
  imagesPerSecond: 5000,
});

describe('a comparison', () => {
  it('keeps its runs apart', () => {
    const next = after(started(), progress('b', 3));
    expect(next.runs.map(({ run }) => run.step)).toEqual([0, 3, 0, 0]);
  });

  it('trains whole epochs, of which the last batch may be a part', () => {
    const run = one(started(), 'b');
    expect(lastStep(run, 1)).toBe(stepsInEpoch);
    expect(lastStep(run, 5)).toBe(Math.ceil(300_000 / 128));
  });

  it('trains more epochs where one of them is only a few steps', () => {
    expect(epochsPerChoice(60_000, { batchSize: 128 })).toBe(1);
    expect(epochsPerChoice(60_000, { batchSize: 1024 })).toBe(1);
    expect(epochsPerChoice(3000, { batchSize: 128 })).toBe(10);
    expect(epochsPerChoice(480, { batchSize: 128 })).toBe(100);
    expect(epochsPerChoice(50, { batchSize: 128 })).toBe(100);
    const { run, ...rest } = one(started(), 'b');
    const small = { ...rest, run: { ...run, facts: { ...run.facts!, trainCount: 480 } } };
    expect(lastStep(small, 1)).toBe(375);
  });

  it('counts how far each run is and all of them together, however many there are', () => {
    const half = after(started(), progress('b', 234.5), progress('c', stepsInEpoch));
    expect(shareDone(one(half, 'b'), 1)).toBeCloseTo(0.5);
    expect(overallProgress(half).share).toBeCloseTo(1.5 / 4);
    const two = after(started(['a', 'b']), progress('b', stepsInEpoch));
    expect(overallProgress(two).share).toBeCloseTo(1 / 2);
  });

  it('tells the time that is left by the steps of all', () => {
    const events = [0, 1, 2].map((second) => progress('b', 100 * second));
    const { secondsLeft } = overallProgress(after(started(), ...events));
    expect(secondsLeft?.low).toBeCloseTo((4 * stepsInEpoch - 200) / 100);
    expect(secondsLeft?.high).toBeCloseTo((4 * stepsInEpoch - 200) / 100);
  });

  it('has no speed and no time left once it is built on another backend', () => {
    const events = [0, 1, 2].map((second) => progress('b', 100 * second));
    const rebuilt = after(started(), ...events, startedEvent('c'));
    expect(imagesPerSecond(rebuilt)).toBeNull();
    expect(overallProgress(rebuilt).secondsLeft).toBeNull();
  });

  it('gives a range where the speed has changed', () => {
    // 2 steps a second for 10 seconds, then 10 a second for 10: 6 a second in the whole time.
    const steps = Array.from({ length: 21 }, (_, second) => 2 * second + 8 * Math.max(0, second - 10));
    const events = steps.map((step) => progress('a', step));
    const { secondsLeft } = overallProgress(after(started(), ...events));
    const left = 4 * stepsInEpoch - 120;
    expect(secondsLeft?.low).toBeCloseTo(left / 10);
    expect(secondsLeft?.high).toBeCloseTo(left / 6);
  });

  it('tells the time that is left by images where batches differ', () => {
    const events = [0, 1, 2].map((second) => progress('a', 100 * second));
    const comparison = after(started(['a', 'b'], [100, 50]), ...events);
    expect(imagesPerSecond(comparison)).toBeCloseTo(10_000);
    // 40,000 images of the first are left, 60,000 of the second.
    expect(overallProgress(comparison).secondsLeft?.low).toBeCloseTo(10);
  });

  it('is finished when every run has made its steps or cannot', () => {
    const three = after(started(), ...['a', 'b', 'c'].map((name) => progress(name, stepsInEpoch)));
    expect(statusOf(three)).toBe('training');
    const diverged = after(three, {
      type: 'diverged',
      runId: 'd',
      step: 40,
      restoredStep: 20,
      cause: 'kl',
    });
    expect(statusOf(diverged)).toBe('finished');
    expect(one(diverged, 'd').run.diverged).toEqual({ step: 40, restoredStep: 20, cause: 'kl' });
    expect(statusOf({ ...diverged, epochs: 2, wantsTraining: false })).toBe('paused');
  });

  it('shows the images of the newest snapshot', () => {
    const others = { ...snapshotEvent('b'), indices: Uint32Array.from([5, 6]) };
    const first = after(started(), snapshotEvent('a'));
    expect(after(first, others).pictured).toEqual({ indices: others.indices, original: others.original });
    // The same images stay the same object: nothing is computed again for the answer of the next run.
    expect(after(first, snapshotEvent('b')).pictured).toBe(first.pictured);
  });

  it('keeps what it has shown when it is ended, and why it was ended first', () => {
    const comparison = after(started(), progress('b', 30), snapshotEvent('b', 30));
    const ended = endRuns(comparison, 'rebuilt');
    expect(statusOf(ended)).toBe('ended');
    expect(one(ended, 'b').run).toMatchObject({ step: 30, wantsTraining: false });
    expect(one(ended, 'b').run.snapshot).not.toBeNull();
    expect(endRuns(ended, 'stopped').ended).toBe('rebuilt');
  });
});
