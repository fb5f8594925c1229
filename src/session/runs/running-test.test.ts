import { expect, it } from 'vitest';
import { evaluationEvent } from '../testing/fake-engine';
import type { Measured, Run } from './run';
import { runningTest } from './running-test';

const at = (step: number, scope: 'all' | 'subset', outdated = false): Measured => ({
  evaluation: evaluationEvent('run', { step, scope, count: scope === 'all' ? 10_000 : 500 }),
  outdated,
});
const run = (given: Partial<Run>) => ({
  ...({ stage: 'ready', wantsTraining: true, waiting: false } as const),
  testAll: at(0, 'all'),
  testSubset: at(40, 'subset'),
  ...given,
});

it('while a run trains, the running number is of the subset, also just after all were measured', () => {
  expect(runningTest(run({}))?.step).toBe(40);
  expect(runningTest(run({ testAll: at(45, 'all') }))?.step).toBe(40);
});

it('of a paused run it stands in only until all test images are measured', () => {
  expect(runningTest(run({ wantsTraining: false }))?.step).toBe(40);
  expect(runningTest(run({ wantsTraining: false, testAll: at(40, 'all') }))).toBeNull();
  expect(runningTest(run({ wantsTraining: false, testAll: at(60, 'all', true) }))?.step).toBe(40);
});

it('there is none before the first, after a change of what it measured, and where the subset is the whole test set', () => {
  expect(runningTest(run({ testSubset: null }))).toBeNull();
  expect(runningTest(run({ testSubset: at(40, 'subset', true) }))).toBeNull();
  expect(runningTest(run({ testSubset: at(40, 'all') }))).toBeNull();
});
