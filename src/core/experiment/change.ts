// What a change of the experiment does to a run in progress, as one table.
import { difference, type Experiment, type Setting } from './experiment';
import { inEffect } from './rules';

/**
 * - `live`: takes effect at the next step. After a change of `classes` or `validationShare` the order of the epoch goes on from
 *   where it is, over the samples that are trained on now: a sample that it has already passed has its turn in the next epoch.
 * - `surgical`: the network is widened or narrowed, keeping what it learned (Net2Net, Chen et al. 2015).
 * - `rebuild`: a new run from step 0.
 */
export type ChangeKind = 'live' | 'surgical' | 'rebuild';

export const changeKinds = {
  dataset: 'rebuild',
  classes: 'live',
  validationShare: 'live',
  architecture: 'rebuild',
  codeSize: 'surgical',
  codeKind: 'rebuild',
  codeActivation: 'rebuild',
  hidden: 'surgical',
  convLayers: 'rebuild',
  filters: 'rebuild',
  activation: 'rebuild',
  outputActivation: 'rebuild',
  noise: 'live',
  noiseLevel: 'live',
  inputDropout: 'live',
  maskInput: 'rebuild',
  loss: 'live',
  lossOn: 'live',
  holeWeight: 'live',
  sparsity: 'live',
  sparsityWeight: 'live',
  targetActivation: 'live',
  beta: 'live',
  betaWarmUp: 'live',
  optimizer: 'live',
  learningRate: 'live',
  schedule: 'live',
  scheduleEpochs: 'live',
  weightDecay: 'live',
  gradientClip: 'live',
  batchSize: 'live',
  earlyStopping: 'live',
  seed: 'rebuild',
} as const satisfies Record<Setting, ChangeKind>;

/**
 * The strongest kind of change between two experiments, or `none`. Adding or removing a layer rebuilds. A change to a
 * setting that neither experiment uses counts as `live`.
 */
export function changeBetween(from: Experiment, to: Experiment): ChangeKind | 'none' {
  const changed = Object.keys(difference(from, to)) as Setting[];
  if (changed.length === 0) return 'none';
  const kinds = inEffect(changed, from, to).map((setting) =>
    setting === 'hidden' && from.hidden.length !== to.hidden.length ? 'rebuild' : changeKinds[setting],
  );
  if (kinds.includes('rebuild')) return 'rebuild';
  return kinds.includes('surgical') ? 'surgical' : 'live';
}

/** Whether a layer has fewer units than before, so that weights are lost. The layers are as many as before. */
export function isNarrower(after: Experiment, before: Experiment): boolean {
  return (
    after.codeSize < before.codeSize ||
    after.hidden.some((width, layer) => width < (before.hidden[layer] ?? width))
  );
}

/** Settings that define the objective: losses from before and after a change to one of them cannot be averaged. */
export const objectiveSettings = [
  'loss',
  'lossOn',
  'holeWeight',
  'sparsity',
  'sparsityWeight',
  'targetActivation',
  'beta',
  'betaWarmUp',
] as const satisfies readonly Setting[];

/** Settings that say which samples are trained on: losses from before and after a change are losses on other samples. */
export const subsetSettings = ['classes', 'validationShare'] as const satisfies readonly Setting[];

/** Settings whose change makes the last measurement out of date. */
export const measuredSettings: readonly Setting[] = [
  ...subsetSettings,
  'noise',
  'noiseLevel',
  'codeSize',
  'hidden',
  ...objectiveSettings,
];
