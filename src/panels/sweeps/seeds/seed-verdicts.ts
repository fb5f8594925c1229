// What differs from a repeated experiment by more than its seeds do: linear methods, the run in Train, other repeated experiments. Pure.
import { t } from '@lingui/core/macro';
import { difference, type Experiment } from '../../../core/experiment/experiment';
import { compareRuns, compareWithFixed } from '../../../core/run/spread/spread';
import type { SweepRecord } from '../../../session/sweeps/sweep-record';
import { meanLinearErrors } from './seed-lines';
import { otherLengthText, otherStepsText, verdictText } from './words';

/** The run in Train, as far as it is measured. */
export interface MainMeasurement {
  readonly experiment: Experiment;
  readonly step: number;
  /** On the whole test set; null while that is not measured at `step`. */
  readonly testMse: number | null;
}

/**
 * One sentence for each.
 * @param others repeated experiments on the same data
 */
export function seedVerdicts(
  picked: SweepRecord,
  others: readonly SweepRecord[],
  main: MainMeasurement,
): string[] {
  const errors = picked.points.map(({ testMse }) => testMse);
  const { pca, denoiser } = meanLinearErrors(picked.points);
  const fixed = (name: string, value: number | null) => {
    const verdict = value === null ? null : compareWithFixed(errors, value);
    return value === null || verdict === null ? [] : [verdictText(name, value, verdict)];
  };
  return [
    ...fixed('PCA', pca),
    ...fixed(t`The linear denoiser`, denoiser),
    ...ofMain(picked, errors, main),
    ...others.flatMap((other) => ofOther(picked, errors, other)),
  ];
}

function ofMain({ plan }: SweepRecord, errors: readonly number[], main: MainMeasurement): string[] {
  const { experiment, step, testMse } = main;
  if (experiment.dataset !== plan.base.dataset || step === 0) return [];
  // It is one of the repeated runs itself.
  const isOne = Object.keys(difference(plan.base, experiment)).every((setting) =>
    ['seed', 'earlyStopping'].includes(setting),
  );
  if (isOne && plan.values.includes(experiment.seed)) return [];
  if (step !== plan.steps) return [otherStepsText(step, plan.steps)];
  const verdict = testMse === null ? null : compareRuns(errors, [testMse]);
  return testMse === null || verdict === null ? [] : [verdictText(t`The run in Train`, testMse, verdict)];
}

function ofOther({ plan }: SweepRecord, errors: readonly number[], other: SweepRecord): string[] {
  if (other.plan.steps !== plan.steps) return [otherLengthText(other.name, other.plan.steps)];
  const theirs = other.points.map(({ testMse }) => testMse);
  const verdict = compareRuns(errors, theirs);
  if (verdict === null) return [];
  const mean = theirs.reduce((sum, error) => sum + error, 0) / theirs.length;
  return [verdictText(other.name, mean, verdict)];
}
