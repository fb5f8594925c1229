// How long training will take: never more exact than what was measured. The time of a step is a + b F, where F is what the
// network computes for the batch and a >= 0 what every step costs whatever its size. One measured network leaves a and b open,
// so another one takes between as long (b = 0) and longer in proportion to F (a = 0).
import { multiplyAdds } from '../../../catalog/architectures/costs/multiply-adds';
import { networkPlan } from '../../../catalog/architectures/registry';
import { difference, type Experiment, type Setting } from '../../../core/experiment/experiment';
import type { SampleShape } from '../../../core/samples/samples';

export interface SecondsRange {
  readonly low: number;
  readonly high: number;
}

/** Settings that do not change how long a step takes. */
const withoutCost: readonly Setting[] = [
  'seed',
  'learningRate',
  'schedule',
  'scheduleEpochs',
  'noiseLevel',
  'beta',
  'betaWarmUp',
  'sparsityWeight',
  'targetActivation',
  'weightDecay',
  'earlyStopping',
];

/** Whether two experiments take as long for a step, as far as `others` do not change that. */
export function costsTheSame(a: Experiment, b: Experiment, others: readonly Setting[] = []): boolean {
  const changed = Object.keys(difference(a, b)) as Setting[];
  return changed.every((setting) => withoutCost.includes(setting) || others.includes(setting));
}

/** Multiplications of a batch's forward pass. */
export function batchCost(experiment: Experiment, shape: SampleShape): number {
  return experiment.batchSize * multiplyAdds(networkPlan(experiment, shape));
}

/** How many times as long a batch takes that computes `cost` instead of `measuredCost`. */
export function scaleBy(cost: number, measuredCost: number): SecondsRange {
  const ratio = cost / measuredCost;
  return { low: Math.min(1, ratio), high: Math.max(1, ratio) };
}

export function sumOf(ranges: readonly SecondsRange[]): SecondsRange {
  return ranges.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), {
    low: 0,
    high: 0,
  });
}
