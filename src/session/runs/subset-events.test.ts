import { describe, expect, it } from 'vitest';
import type { Changed } from '../../core/engine-api/events';
import { defaultExperiment, type ExperimentPatch } from '../../core/experiment/experiment';
import { evaluationEvent, progressEvent, startedEvent } from '../testing/fake-engine';
import { applyEvent } from './apply-event';
import { newRun, rewindRun } from './run';

const held = { ...defaultExperiment, validationShare: 0.1 };
const started = applyEvent(newRun('1', held, null), startedEvent('1', held));
const validation = (step: number, loss: number) =>
  evaluationEvent('1', { scope: 'validation', count: 500, step, loss });
const changed = (
  patch: ExperimentPatch,
  counts: Pick<Changed, 'trainCount' | 'validationCount'>,
): Changed => ({
  ...counts,
  type: 'changed',
  runId: '1',
  step: 9,
  parameters: 1,
  patch,
  experiment: { ...held, ...patch },
});

describe('the samples of a run', () => {
  it('are counted again when all labels have arrived, and when others are trained on', () => {
    const counted = applyEvent(started, {
      ...{ type: 'subset-counted', runId: '1', step: 0, trainCount: 54_000, validationCount: 6000 },
    });
    expect(counted.facts).toMatchObject({ trainCount: 54_000, validationCount: 6000, testCount: 10_000 });
    const ones = applyEvent(counted, changed({ classes: [1], validationShare: 0 }, { trainCount: 6742 }));
    expect(ones.facts).toMatchObject({ trainCount: 6742 });
    expect(ones.facts).not.toHaveProperty('validationCount');
  });

  it('change what a training loss is the loss of: the mean of the latest starts again', () => {
    const trained = applyEvent(started, progressEvent('1', 9, [0.3, 0.2]));
    expect(trained.recentLosses).toHaveLength(2);
    expect(applyEvent(trained, changed({ classes: [1] }, { trainCount: 6742 })).recentLosses).toEqual([]);
  });
});

describe('the validation loss', () => {
  const measured = [validation(0, 0.5), validation(20, 0.2)].reduce(applyEvent, started);

  it('has a curve of its own and leaves the test numbers alone', () => {
    expect(measured.curves.validation).toMatchObject({ steps: [0, 20], means: [0.5, 0.2] });
    expect(measured.validation).toEqual({ evaluation: validation(20, 0.2), outdated: false });
    for (const of of ['testAll', 'testSubset'] as const) expect(measured[of]).toBeNull();
    expect(measured.curves.testMse.steps).toEqual([]);
  });

  it('is out of date when other samples are held out, and gone with the split', () => {
    const other = changed({ validationShare: 0.2 }, { trainCount: 48_000, validationCount: 12_000 });
    expect(applyEvent(measured, other).validation?.outdated).toBe(true);
    const none = applyEvent(measured, changed({ validationShare: 0 }, { trainCount: 60_000 }));
    expect(none.validation).toBeNull();
    // What was measured stays on the chart.
    expect(none.curves.validation.steps).toEqual([0, 20]);
  });

  it('goes back with the run', () => {
    const back = rewindRun(measured, 10);
    expect(back.curves.validation.steps).toEqual([0]);
    expect(back.validation).toBeNull();
  });
});
