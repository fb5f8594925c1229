// What a change of the experiment does to a run in progress, as one table (DESIGN.md, section 3).
import { difference, type Experiment, type Setting } from './experiment';
import { inEffect } from './rules';

/**
 * - `live`: takes effect at the next step.
 * - `surgical`: the network is widened or narrowed, keeping what it learned (Net2Net, Chen et al. 2015).
 * - `rebuild`: a new run from step 0.
 */
export type ChangeKind = 'live' | 'surgical' | 'rebuild';

export const changeKinds = {
  dataset: 'rebuild',
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
  loss: 'live',
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
  seed: 'rebuild',
} as const satisfies Record<Setting, ChangeKind>;

/**
 * The strongest kind of change between two experiments, or `none`. Adding or removing a layer rebuilds; a setting that
 * neither of the two uses changes nothing that runs.
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

/** What the objective is made of: losses before and after a change of these are no mean of one thing. */
export const objectiveSettings = [
  'loss',
  'sparsity',
  'sparsityWeight',
  'targetActivation',
  'beta',
  'betaWarmUp',
] as const satisfies readonly Setting[];

/** Settings after whose change a measurement no longer says how the network does. */
export const measuredSettings: readonly Setting[] = [
  'noise',
  'noiseLevel',
  'codeSize',
  'hidden',
  ...objectiveSettings,
];
