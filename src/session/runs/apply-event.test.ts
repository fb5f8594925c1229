import { describe, expect, it } from 'vitest';
import type { Changed, TrainingEvent } from '../../core/engine-api/events';
import type { Checkpoint } from '../../core/run/checkpoint';
import type { Terms } from '../../core/run/objective-terms';
import { defaultExperiment, type Experiment, type ExperimentPatch } from '../../core/experiment/experiment';
import { applyEvent } from './apply-event';
import { newRun, recentBatches, recentTrainLoss, runStatus, type Run } from './run';
import { codeStatisticsEvent, evaluationEvent, progressEvent } from '../testing/fake-engine';
import { snapshotEvent } from '../testing/snapshot-event';

const runId = '7';
const fresh = newRun(runId, defaultExperiment, null);

function after(run: Run, ...events: TrainingEvent[]): Run {
  return events.reduce(applyEvent, run);
}

const ready: TrainingEvent = { type: 'stage', runId, stage: 'ready', message: { code: 'stage.ready' } };

const progress = (step: number, losses: number[]) => progressEvent(runId, step, losses);

function changedBy(patch: ExperimentPatch, step: number, before: Experiment = defaultExperiment): Changed {
  const experiment = { ...before, ...patch };
  return { type: 'changed', runId, step, patch, experiment, trainCount: 60_000, parameters: 5 };
}

const subsetAt = (step: number, loss: number, terms: Terms) =>
  evaluationEvent(runId, { scope: 'subset', count: 500, step, loss, terms });

const checkpointAt = (step: number): Checkpoint => ({
  experiment: defaultExperiment,
  step,
  samplesPassed: 128 * step,
  weights: [],
  optimizer: { updates: step, slots: [] },
});

describe('the record of a run', () => {
  it('ignores events of any other run', () => {
    const events: TrainingEvent[] = [
      snapshotEvent('6'),
      evaluationEvent('8'),
      { ...progress(5, [1]), runId: '6' },
      { type: 'checkpoint', runId: '6', checkpoint: checkpointAt(5) },
    ];
    expect(after(fresh, ...events)).toBe(fresh);
  });

  it('hears the engine speak of itself before there is a run', () => {
    const run = after(fresh, {
      type: 'stage',
      runId: null,
      stage: 'backend',
      message: { code: 'stage.choosing-backend' },
    });
    expect(run.stageMessage).toEqual({ code: 'stage.choosing-backend' });
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
    const run = after(fresh, evaluationEvent(runId), changedBy({ noise: 'gaussian' }, 42));
    expect(run.marks).toEqual([
      { kind: 'changed', step: 42, patch: { noise: 'gaussian' }, before: { noise: 'none' } },
    ]);
    expect(run.experiment.noise).toBe('gaussian');
    expect(run.testAll?.outdated).toBe(true);
    expect(after(run, evaluationEvent(runId, { step: 42 })).testAll?.outdated).toBe(false);
  });

  it('still trusts a measurement after a change of the learning rate', () => {
    const run = after(fresh, evaluationEvent(runId), changedBy({ learningRate: 0.01 }, 1));
    expect(run.testAll?.outdated).toBe(false);
  });

  it.each<ExperimentPatch>([
    { sparsity: 'l1' },
    { sparsity: 'l1', sparsityWeight: 0.5 },
    { loss: 'mae' },
    { hidden: [128, 64] },
  ])('no longer trusts a measurement after %o', (patch) => {
    expect(after(fresh, evaluationEvent(runId), changedBy(patch, 1)).testAll?.outdated).toBe(true);
  });

  it('takes no notice of a setting that the experiment does not use', () => {
    const run = after(fresh, evaluationEvent(runId), changedBy({ sparsityWeight: 0.5, noiseLevel: 0.9 }, 1));
    expect(run.marks).toEqual([]);
    expect(run.testAll?.outdated).toBe(false);
    expect(run.experiment.sparsityWeight).toBe(0.5);
  });

  it('never draws losses of two units as one curve', () => {
    const run = after(
      fresh,
      progress(2, [0.1, 0.1]),
      evaluationEvent(runId),
      subsetAt(2, 0.1, { reconstruction: 0.1 }),
      changedBy({ loss: 'bce' }, 2),
      progress(3, [0.6]),
    );
    expect(run.curves.train.steps).toEqual([3]);
    expect(run.curves.testAll.steps).toEqual([]);
    expect(run.curves.testTerms.reconstruction.steps).toEqual([]);
    expect(run.curvesFrom).toBe(2);
    expect(recentTrainLoss(run)).toBeCloseTo(0.6, 6);
  });

  it('keeps the curves when only the weight of a penalty changes, but averages no losses across it', () => {
    const sparse = newRun(runId, { ...defaultExperiment, sparsity: 'l1', sparsityWeight: 0.01 }, null);
    const run = after(
      sparse,
      progress(2, [0.4, 0.4]),
      subsetAt(2, 0.4, { reconstruction: 0.1, sparsity: 30 }),
      changedBy({ sparsityWeight: 0.001 }, 2, sparse.experiment),
      progress(3, [0.13]),
      subsetAt(3, 0.13, { reconstruction: 0.1, sparsity: 30 }),
    );
    expect(run.curves.train.means.length).toBe(3);
    expect(run.curves.testTerms.reconstruction.means).toEqual([0.1, 0.1]);
    expect(run.marks).toEqual([
      { kind: 'changed', step: 2, patch: { sparsityWeight: 0.001 }, before: { sparsityWeight: 0.01 } },
    ]);
    expect(recentTrainLoss(run)).toBeCloseTo(0.13, 6);
  });

  it('draws a penalty as it counts in the loss: reconstruction and penalty are the objective at every step', () => {
    const sparse = newRun(runId, { ...defaultExperiment, sparsity: 'l1', sparsityWeight: 0.01 }, null);
    const { testSubset, testTerms } = after(
      sparse,
      subsetAt(0, 0.5, { reconstruction: 0.2, sparsity: 30 }),
      changedBy({ sparsityWeight: 0.02 }, 1, sparse.experiment),
      subsetAt(2, 0.7, { reconstruction: 0.1, sparsity: 30 }),
    ).curves;
    testSubset.means.forEach((total, i) => {
      expect((testTerms.reconstruction.means[i] ?? 0) + (testTerms.sparsity.means[i] ?? 0)).toBeCloseTo(
        total,
        12,
      );
    });
  });

  it('draws a penalty that was turned off at 0, and none where there never was one', () => {
    const plain = after(fresh, subsetAt(0, 0.2, { reconstruction: 0.2 })).curves.testTerms;
    expect([plain.sparsity.steps, plain.kl.steps]).toEqual([[], []]);
    const sparse = newRun(runId, { ...defaultExperiment, sparsity: 'l1', sparsityWeight: 0.01 }, null);
    const off = after(
      sparse,
      subsetAt(0, 0.5, { reconstruction: 0.2, sparsity: 30 }),
      changedBy({ sparsity: 'none' }, 4, sparse.experiment),
      subsetAt(5, 0.2, { reconstruction: 0.2 }),
    );
    expect(off.curves.testTerms.sparsity.steps).toEqual([0, 5]);
    expect(off.curves.testTerms.sparsity.means[1]).toBe(0);
  });

  it('keeps the KL term in nats, whatever beta is', () => {
    const variational = newRun(runId, { ...defaultExperiment, codeKind: 'gaussian', beta: 4 }, null);
    const { kl } = after(variational, subsetAt(9, 200, { reconstruction: 100, kl: 25 })).curves.testTerms;
    expect([kl.steps, kl.means]).toEqual([[9], [25]]);
  });

  it('shows no statistics of a code that has another size by now', () => {
    const three = newRun(runId, { ...defaultExperiment, codeSize: 3 }, null);
    const statistics = codeStatisticsEvent(runId, [0.1, 0.9, 0.5]);
    const measured = after(three, statistics);
    expect(measured.codeStatistics).toBe(statistics);
    const narrowed = after(measured, changedBy({ codeSize: 2 }, 5, three.experiment));
    expect(narrowed.codeStatistics).toBeNull();
    expect(after(narrowed, statistics).codeStatistics).toBeNull();
  });

  it('goes back and stops when the loss diverged', () => {
    const measured = [1, 4].map((step) => subsetAt(step, 1, { reconstruction: 1 }));
    const training = { ...after(fresh, ready, progress(4, [4, 3, 2, 1]), ...measured), wantsTraining: true };
    const run = after(training, {
      type: 'diverged',
      runId,
      step: 6,
      restoredStep: 2,
      cause: 'reconstruction',
    });
    expect(run.step).toBe(2);
    expect(run.curves.train.steps).toEqual([1, 2]);
    expect(run.curves.testTerms.reconstruction.steps).toEqual([1]);
    expect(runStatus(run)).toBe('paused');
    expect(run.marks).toEqual([{ kind: 'restored', step: 2 }]);
  });

  it('names a failed shard once, and drops failures of another data set', () => {
    const failed = (dataset: string, code: 'data.unreachable' | 'data.checksum'): TrainingEvent => ({
      type: 'data-failed',
      dataset,
      shard: 'train-2.shard',
      message: { code, file: 'train-2.shard' },
    });
    const run = after(
      fresh,
      failed('mnist', 'data.unreachable'),
      failed('mnist', 'data.checksum'),
      failed('quickdraw', 'data.checksum'),
    );
    expect(run.failedShards.map(({ message }) => message.code)).toEqual(['data.checksum']);
  });
});
