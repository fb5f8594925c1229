// What a change of the experiment does to a run in progress, as one table (DESIGN.md, section 3).
import { difference, type Experiment, type Setting } from './experiment';

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
  hidden: 'surgical',
  activation: 'rebuild',
  noise: 'live',
  noiseLevel: 'live',
  loss: 'live',
  optimizer: 'live',
  learningRate: 'live',
  batchSize: 'live',
  seed: 'rebuild',
} as const satisfies Record<Setting, ChangeKind>;

/** The strongest kind of change between two experiments, or `none`. Adding or removing a layer rebuilds. */
export function changeBetween(from: Experiment, to: Experiment): ChangeKind | 'none' {
  const changed = Object.keys(difference(from, to)) as Setting[];
  if (changed.length === 0) return 'none';
  if (from.hidden.length !== to.hidden.length) return 'rebuild';
  const kinds = changed.map((setting) => changeKinds[setting]);
  if (kinds.includes('rebuild')) return 'rebuild';
  return kinds.includes('surgical') ? 'surgical' : 'live';
}
