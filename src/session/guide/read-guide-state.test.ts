import { afterEach, expect, it } from 'vitest';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import { appendValues, emptySeries } from '../../core/run/metric-series';
import type { RunMark } from '../../core/run/run-mark';
import { emptyCurves } from '../../core/run/run-curves';
import { newRun, type Run } from '../runs/run';
import { sharedLinkStore } from '../shared-link/shared-link';
import { evaluationEvent } from '../testing/fake-engine';
import { createGuideMemory, type Sighting } from './guide-memory';
import { readGuideState } from './read-guide-state';

afterEach(() => sharedLinkStore.setState({ shared: null }));

const changed = (step: number, from: number, to: number): RunMark => ({
  kind: 'changed',
  step,
  patch: { codeSize: to },
  before: { codeSize: from },
});

/** A run at step 400, with a test error at each of these steps. */
function runWith(patch: Partial<Run>, errors: readonly (readonly [step: number, mse: number])[] = []): Run {
  const testMse = errors.reduce((series, [step, mse]) => appendValues(series, step, [mse]), emptySeries);
  return {
    ...newRun('run', defaultExperiment, null),
    ...({ stage: 'ready', wantsTraining: true, step: 400, curves: { ...emptyCurves, testMse } } as const),
    ...patch,
  };
}

const stateOf = (run: Run, experiment: Experiment = run.experiment) =>
  readGuideState({
    run,
    experiment,
    rivals: { pcaMse: 0.0557, denoiserMse: null },
    isStopped: false,
    doneBy: null,
    firstStep: 0,
    tried: new Set(),
  });

const narrow = { ...defaultExperiment, codeSize: 2 };

it('a slider dragged through several sizes is one change, from the first to the last', () => {
  const marks = [changed(100, 16, 40), changed(300, 40, 9), changed(304, 9, 4), changed(310, 4, 2)];
  const run = runWith({ experiment: narrow, marks }, [
    [0, 0.23],
    [290, 0.02],
    [320, 0.06],
  ]);
  expect(stateOf(run).resized).toEqual({ from: 40, to: 2, mseBefore: 0.02, stepsSince: 90 });
});

it('the error before is that of the wider network, also where the narrow one was measured at the same step', () => {
  const marks = [changed(300, 16, 2)];
  const training = runWith({ experiment: narrow, marks }, [
    [0, 0.23],
    [290, 0.02],
    [300, 0.09],
  ]);
  expect(stateOf(training).resized?.mseBefore).toBe(0.02);
  const paused = runWith({ experiment: narrow, marks }, [
    [0, 0.23],
    [300, 0.02],
  ]);
  expect(stateOf(paused).resized?.mseBefore).toBe(0.02);
});

it('a code size is not blamed for what another change has done since, nor one of an untrained network', () => {
  const noisier: RunMark = {
    kind: 'changed',
    step: 350,
    patch: { noise: 'gaussian' },
    before: { noise: 'none' },
  };
  const errors = [
    [0, 0.23],
    [290, 0.02],
  ] as const;
  expect(
    stateOf(runWith({ experiment: narrow, marks: [changed(300, 16, 2), noisier] }, errors)).resized,
  ).toBeNull();
  expect(stateOf(runWith({ experiment: narrow, marks: [changed(0, 16, 2)] }, errors)).resized).toBeNull();
});

it('takes the newest measurement that is of the present settings', () => {
  const testAll = { evaluation: evaluationEvent('run', { step: 0, mse: 0.23 }), outdated: false };
  const testSubset = {
    evaluation: evaluationEvent('run', { step: 380, mse: 0.02, scope: 'subset' }),
    outdated: false,
  };
  expect(stateOf(runWith({ testAll, testSubset })).measured).toEqual({
    mse: 0.02,
    step: 380,
    isWhole: false,
  });
  const outdated = { ...testSubset, outdated: true };
  expect(stateOf(runWith({ testAll, testSubset: outdated })).measured?.step).toBe(0);
  // The person has moved the slider, and the engine has not yet.
  expect(stateOf(runWith({ testAll, testSubset }), narrow).measured).toBeNull();
});

it('knows what a teacher’s link leaves to be used', () => {
  const link = { hidden: ['section.model', 'panel.pad'], locked: ['family'], text: '' } as const;
  sharedLinkStore.setState({ shared: { link, search: '', isUnlocked: false } });
  expect(stateOf(runWith({})).can).toMatchObject({
    ...{ codeSize: false, 'panel.pad': false, family: false, 'panel.map': true, train: true, dataset: true },
  });
});

it('remembers where a run was first seen, and what has been tried', () => {
  const memory = createGuideMemory();
  const seen: Sighting = {
    ...{ runId: 'a', step: 700, status: 'paused', family: 'sparse', codeSize: 3 },
    ...{ hasDrawing: false, isPointing: false },
  };
  expect(memory.note(seen)).toBe(700);
  expect([...memory.tried]).toEqual([]);
  expect(memory.note({ ...seen, step: 790, status: 'training' })).toBe(700);
  expect([...memory.tried]).toEqual(['sparse']);
  memory.note({ ...seen, step: 810, status: 'training', hasDrawing: true });
  expect([...memory.tried]).toEqual(['sparse', 'draw', 'narrow']);
  expect(memory.note({ ...seen, runId: 'b', step: 0 })).toBe(0);
});
