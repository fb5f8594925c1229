// What may be compared with what: errors on other data or under other noise are other questions, and losses of other objectives are
// other units. Pure.
import { isUsed, penaltyOf } from '../../core/experiment/rules';
import type { Experiment, Setting } from '../../core/experiment/experiment';
import type { ComparedRun } from './compared-run';

type Measurable = Pick<ComparedRun, 'experiment' | 'facts' | 'testAll' | 'testSubset'>;

/** The squared error of a run on test samples, at the step where it was last measured. */
export interface TestError {
  readonly mse: number;
  readonly scope: 'all' | 'subset';
  /** Samples measured. */
  readonly count: number;
  readonly step: number;
  /** The run was changed afterwards in a way that the error depends on. */
  readonly isOutdated: boolean;
}

/** On the whole test set, or on its subset where that is all there is; null where it was never measured. */
export function testErrorOf({
  testAll,
  testSubset,
}: Pick<Measurable, 'testAll' | 'testSubset'>): TestError | null {
  const isBehind = testAll?.outdated === true && testSubset?.outdated === false;
  const measured = testAll === null || isBehind ? testSubset : testAll;
  if (measured === null || measured.evaluation.scope === 'validation') return null;
  const { mse, scope, count, step } = measured.evaluation;
  return { mse, scope, count, step, isOutdated: measured.outdated };
}

/** Why none of the errors is marked as the best. */
export type NoBest = 'data' | 'noise' | 'outdated' | 'scope' | 'missing';

/** Places of the runs with the lowest test error, or why that would be no fair comparison. */
export function bestOf(runs: readonly Measurable[]): readonly number[] | NoBest {
  const errors = runs.map(testErrorOf);
  const known = errors.filter((error) => error !== null);
  if (known.length < 2) return 'missing';
  if (differ(runs, dataOf)) return 'data';
  if (differ(runs, noiseOf)) return 'noise';
  if (known.some(({ isOutdated }) => isOutdated)) return 'outdated';
  if (differ(known, ({ scope, count }) => [scope, count])) return 'scope';
  const lowest = Math.min(...known.map(({ mse }) => mse));
  return errors.flatMap((error, place) => (error?.mse === lowest ? [place] : []));
}

export function differ<T>(values: readonly T[], keyOf: (value: T) => unknown): boolean {
  return new Set(values.map((value) => JSON.stringify(keyOf(value)))).size > 1;
}

/** Whether runs are tested on the same samples. */
export function dataOf({ experiment, facts }: Pick<Measurable, 'experiment' | 'facts'>): unknown {
  return [experiment.dataset, facts?.dataset.shape, facts?.testCount];
}

/** What is done to the test samples before a network sees them. */
export function noiseOf({ experiment }: Pick<Measurable, 'experiment'>): unknown {
  return [experiment.noise, used('noiseLevel', experiment)];
}

/** What a loss is a sum or a mean of. */
export function objectiveOf({ experiment }: Pick<Measurable, 'experiment'>): unknown {
  const weights = (['sparsity', 'sparsityWeight', 'targetActivation', 'beta', 'betaWarmUp'] as const).map(
    (setting) => used(setting, experiment),
  );
  return [reconstructionOf({ experiment }), penaltyOf(experiment), weights];
}

/** The unit of the reconstruction loss: with a Gaussian code it is summed over values, in nats. */
export function reconstructionOf({ experiment }: Pick<Measurable, 'experiment'>): unknown {
  const { loss, codeKind } = experiment;
  return [loss, codeKind, used('lossOn', experiment) ?? 'everything', used('holeWeight', experiment)];
}

function used(setting: Setting, experiment: Experiment): Experiment[Setting] | null {
  return isUsed(setting, experiment) ? experiment[setting] : null;
}
