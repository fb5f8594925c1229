import { expect, it } from 'vitest';
import type { Evaluation } from '../../core/engine-api/looking';
import { defaultExperiment, type ExperimentPatch } from '../../core/experiment/experiment';
import { appendValues, emptySeries } from '../../core/run/metric-series';
import { newRun, type Run } from '../../session/runs/run';
import { emptyCurves } from '../../core/run/run-curves';
import { hasOvertaken, whyPcaLeads } from './pca-lead';

interface Given extends Partial<Run> {
  mse: number;
  patch?: ExperimentPatch;
  /** Test errors at steps 1, 2, … */
  before?: number[];
}

function runWith({ mse, patch = {}, before = [], ...rest }: Given): Run {
  const evaluation = { mse, meanImageMse: 0.0673, step: 2000 } as Evaluation;
  return {
    ...newRun('1', { ...defaultExperiment, ...patch }, null),
    epoch: 3,
    testAll: { evaluation, outdated: false },
    curves: { ...emptyCurves, testMse: appendValues(emptySeries, 1, before) },
    ...rest,
  };
}

it('gives no reason to a run of three epochs that nothing is wrong with', () => {
  expect(whyPcaLeads(runWith({ mse: 0.02, before: [0.05, 0.03, 0.02] }))).toBeNull();
});

it('calls a run short below one epoch only', () => {
  expect(whyPcaLeads(runWith({ mse: 0.02, epoch: 0.2 }))).toEqual({ code: 'short', share: 0.2 });
  expect(whyPcaLeads(runWith({ mse: 0.02, epoch: 1 }))).toBeNull();
});

it('knows a network that lets nothing through, but not from its first steps', () => {
  expect(whyPcaLeads(runWith({ mse: 0.0672 }))?.code).toBe('mean-image');
  expect(whyPcaLeads(runWith({ mse: 0.0672, epoch: 0.1 }))?.code).toBe('short');
});

it('takes a ripple of a tiny error for no rise', () => {
  expect(whyPcaLeads(runWith({ mse: 2e-6, before: [0.05, 0.00001, 1e-6] }))).toBeNull();
});

it('knows an error that has risen under the same settings, not under others', () => {
  const before = [0.05, 0.02, 0.015, 0.03];
  expect(whyPcaLeads(runWith({ mse: 0.03, before }))).toEqual({ code: 'rose', best: 0.015, step: 3 });
  const marks: Run['marks'] = [{ kind: 'changed', step: 3, patch: { noiseLevel: 0.5 } }];
  expect(whyPcaLeads(runWith({ mse: 0.03, before, marks }))).toBeNull();
});

it('takes no error that was measured later for one before', () => {
  const evaluation = { mse: 0.2176, meanImageMse: 0.0673, step: 1 } as Evaluation;
  const curves = { ...emptyCurves, testMse: appendValues(emptySeries, 1, [0.2176, 0.05, 0.0192]) };
  const run = { ...runWith({ mse: 0.2176, epoch: 0.2 }), testAll: { evaluation, outdated: false }, curves };
  expect(whyPcaLeads(run)?.code).toBe('short');
});

it('sees that the network has passed PCA since the whole test set was measured, and the other way round', () => {
  const measured = (mse: number, step: number) => ({
    evaluation: { mse, step } as Evaluation,
    outdated: false,
  });
  expect(hasOvertaken({ testAll: measured(0.2176, 1), testSubset: measured(0.0192, 341) }, 0.0269)).toBe(
    true,
  );
  expect(hasOvertaken({ testAll: measured(0.02, 1), testSubset: measured(0.03, 2) }, 0.0269)).toBe(true);
  expect(hasOvertaken({ testAll: measured(0.2176, 1), testSubset: measured(0.09, 20) }, 0.0269)).toBe(false);
  expect(hasOvertaken({ testAll: measured(0.02, 341), testSubset: measured(0.2, 1) }, 0.0269)).toBe(false);
  expect(hasOvertaken({ testAll: measured(0.2, 1), testSubset: null }, 0.0269)).toBe(false);
});

it('knows a run that was set back', () => {
  const diverged = { step: 40, restoredStep: 10, cause: 'dead-code' } as const;
  expect(whyPcaLeads(runWith({ mse: 0.06, diverged }))).toEqual({ code: 'diverged', step: 40, isDead: true });
});

it('knows a penalty, unless its weight is 0', () => {
  const variational: ExperimentPatch = { codeKind: 'gaussian', beta: 4 };
  expect(whyPcaLeads(runWith({ mse: 0.04, patch: variational }))).toEqual({ code: 'penalty', penalty: 'kl' });
  expect(whyPcaLeads(runWith({ mse: 0.04, patch: { ...variational, beta: 0 } }))).toBeNull();
  expect(whyPcaLeads(runWith({ mse: 0.04, patch: { sparsity: 'l1' } }))?.code).toBe('penalty');
});
