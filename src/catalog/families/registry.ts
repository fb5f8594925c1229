// A family is a named preset of an experiment, not a program of its own; which family an experiment belongs to, and what
// it is called, is read off its settings, so that families combine.
import {
  defaultExperiment,
  difference,
  sameSetting,
  type Experiment,
  type ExperimentPatch,
  type Setting,
} from '../../core/experiment';
import { mended } from '../../core/rules';

export interface Family {
  label: string;
  summary: string;
  /** What makes an experiment one of this family, and the values at which the family does well. */
  preset: ExperimentPatch;
}

export const families = {
  undercomplete: {
    label: 'Undercomplete',
    summary: 'The code is smaller than the input, and nothing else forces the network to learn.',
    preset: {},
  },
  sparse: {
    label: 'Sparse',
    summary: 'The code may be long, but each image may light only a few of its units.',
    preset: {
      sparsity: 'kl',
      sparsityWeight: 0.0005,
      targetActivation: 0.05,
      codeActivation: 'sigmoid',
      codeSize: 256,
      hidden: [512],
    },
  },
  denoising: {
    label: 'Denoising',
    summary: 'The input is spoiled, the target is clean: the network learns what images look like.',
    preset: { noise: 'gaussian', codeSize: 32 },
  },
  variational: {
    label: 'Variational',
    summary:
      'An image becomes a small cloud of codes near the origin, so new images can be drawn from noise.',
    preset: { codeKind: 'gaussian', beta: 1, loss: 'bce', codeSize: 20, hidden: [400] },
  },
} satisfies Record<string, Family>;

export type FamilyId = keyof typeof families;

/** What makes an experiment one of no family but undercomplete. */
const plain: ExperimentPatch = { noise: 'none', sparsity: 'none', codeKind: 'deterministic' };

/** The family an experiment belongs to by its settings; of a combination the one that shapes the code. */
export function familyOf({ noise, sparsity, codeKind }: Experiment): FamilyId {
  if (codeKind === 'gaussian') return 'variational';
  if (sparsity !== 'none') return 'sparse';
  return noise === 'none' ? 'undercomplete' : 'denoising';
}

/**
 * What choosing a family changes: what makes it this family comes, and what made the one before goes. The values at which
 * it does well come where the person has set nothing of their own, and what the family before brought goes likewise: a
 * code of 2 stays a code of 2. Choosing the family that an experiment has already changes nothing.
 */
export function familyPatch(family: FamilyId, from: Experiment): ExperimentPatch {
  const before = familyOf(from);
  if (before === family) return {};
  const brought: ExperimentPatch = families[before].preset;
  const untouched = (Object.keys(brought) as Setting[]).filter((setting) =>
    sameSetting(setting, from[setting], brought[setting] as never),
  );
  const back = Object.fromEntries(untouched.map((setting) => [setting, defaultExperiment[setting]]));
  const settled: Experiment = { ...from, ...back };
  const preset = Object.entries(families[family].preset).filter(
    ([setting]) => setting in plain || isDefault(settled, setting as Setting),
  );
  const chosen: Experiment = { ...settled, ...plain, ...Object.fromEntries(preset) };
  // A noise that the person chose is as good as the preset's; at level 0 it would spoil nothing.
  if (chosen.noise !== 'none' && from.noise !== 'none') chosen.noise = from.noise;
  if (chosen.noise !== 'none' && chosen.noiseLevel === 0) chosen.noiseLevel = defaultExperiment.noiseLevel;
  return difference(from, mended(chosen).experiment);
}

function isDefault(experiment: Experiment, setting: Setting): boolean {
  return sameSetting(setting, experiment[setting], defaultExperiment[setting] as never);
}

/** What the experiment is, in words: `undercomplete`, `denoising + L1 sparse`, `convolutional variational`. */
export function familyName(experiment: Experiment): string {
  const { architecture, noise, sparsity, codeKind, beta } = experiment;
  const parts = [
    ...(noise === 'none' ? [] : ['denoising']),
    ...(sparsity === 'none' ? [] : [sparsity === 'l1' ? 'L1 sparse' : 'KL sparse']),
    ...(codeKind === 'gaussian' ? [beta === 1 ? 'variational' : 'beta-variational'] : []),
  ];
  const name = parts.length === 0 ? 'undercomplete' : parts.join(' + ');
  return architecture === 'convolutional' ? `convolutional ${name}` : name;
}
