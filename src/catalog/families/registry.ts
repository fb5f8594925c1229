// A family is a named preset of an experiment, not a separate program. Which family an experiment belongs to follows from
// its settings, so families combine.
import { t } from '@lingui/core/macro';
import type { SampleText } from '../../core/samples/words/sample-words';
import {
  defaultExperiment,
  difference,
  sameValue,
  type Experiment,
  type ExperimentPatch,
  type Setting,
} from '../../core/experiment/experiment';
import { isOnSignals } from '../../core/experiment/dataset-id';
import { repairExperiment } from '../../core/experiment/rules';
import { levelAfter, suitedLevel } from '../corruptions/noise-level';
import { kindOf } from '../kinds/kind';
import { sparsityPenalties } from '../sparsity/registry';

export interface Family {
  label: string;
  summary: SampleText;
  /** The settings that define the family, and the values that suit it. */
  preset: ExperimentPatch;
  /** What suits it on signals instead. */
  onSignals?: ExperimentPatch;
}

export const families = {
  undercomplete: {
    label: t`Undercomplete`,
    summary: t`The code is smaller than the input; that alone forces the network to compress.`,
    preset: {},
  },
  sparse: {
    label: t`Sparse`,
    summary: ({ one }) => t`The code may be long, but each ${one} may activate only a few of its units.`,
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
    label: t`Denoising`,
    summary: ({ many }) =>
      t`The input is corrupted and the target is clean, so the network learns what ${many} look like.`,
    preset: { noise: 'gaussian', codeSize: 32 },
  },
  variational: {
    label: t`Variational`,
    summary: ({ one, many }) =>
      t`Each ${one} becomes a small cloud of codes near the origin, so new ${many} can be sampled.`,
    preset: { codeKind: 'gaussian', beta: 1, loss: 'bce', codeSize: 20, hidden: [400] },
    // Squared error with beta is the ELBO of a Gaussian of variance beta / 2 around each value, up to a factor (decision 0007): about a
    // fifteenth of the range of the data (bench/results/series.json).
    onSignals: { loss: 'mse', beta: 0.01, codeSize: 8 },
  },
} satisfies Record<string, Family>;

export type FamilyId = keyof typeof families;

/** The settings of a plain undercomplete experiment, which every other family deviates from. */
const plain: ExperimentPatch = { noise: 'none', sparsity: 'none', codeKind: 'deterministic' };

/** The settings that define a family on this data set, and the values that suit it. */
export function familyPreset(
  family: FamilyId,
  on: Pick<Experiment, 'dataset' | 'outputActivation'>,
): ExperimentPatch {
  const { preset, onSignals }: Family = families[family];
  return isOnSignals(on) ? { ...preset, ...onSignals } : preset;
}

/** The family of an experiment; a combination belongs to the family that shapes its code. */
export function familyOf({ noise, sparsity, codeKind }: Experiment): FamilyId {
  if (codeKind === 'gaussian') return 'variational';
  if (sparsity !== 'none') return 'sparse';
  return noise === 'none' ? 'undercomplete' : 'denoising';
}

/**
 * The patch for choosing a family. The settings that define the new family replace those of the old one. Values that suit
 * a family (code size, widths, loss) come and go with it only where the person has not set their own: a code of 2 stays 2.
 * Choosing the current family changes nothing.
 */
export function familyPatch(family: FamilyId, from: Experiment): ExperimentPatch {
  const before = familyOf(from);
  if (before === family) return {};
  const brought = familyPreset(before, from);
  const untouched = (Object.keys(brought) as Setting[]).filter((setting) =>
    sameValue(from[setting], brought[setting] as never),
  );
  const back = Object.fromEntries(untouched.map((setting) => [setting, defaultExperiment[setting]]));
  const settled: Experiment = { ...from, ...back };
  const preset = Object.entries(familyPreset(family, from)).filter(
    ([setting]) => setting in plain || isDefault(settled, setting as Setting),
  );
  const chosen: Experiment = { ...settled, ...plain, ...Object.fromEntries(preset) };
  // Keep a noise that the person chose; raise a level of 0, which would corrupt nothing.
  if (chosen.noise !== 'none' && from.noise !== 'none') chosen.noise = from.noise;
  chosen.noiseLevel = levelAfter(from, chosen);
  if (chosen.noise !== 'none' && chosen.noiseLevel === 0) chosen.noiseLevel = suitedLevel(chosen);
  return difference(from, repairExperiment(chosen).experiment);
}

function isDefault(experiment: Experiment, setting: Setting): boolean {
  return sameValue(experiment[setting], defaultExperiment[setting]);
}

/** The name of the experiment: `undercomplete`, `denoising + L1 sparse`, `convolutional variational`. */
export function familyName(experiment: Experiment): string {
  const { architecture, noise, sparsity, codeKind, beta } = experiment;
  const parts = [
    ...(noise === 'none' ? [] : [t`denoising`]),
    ...(sparsity === 'none' ? [] : [t`${{ name: kindOf(sparsityPenalties, sparsity).name }} sparse`]),
    ...(codeKind === 'gaussian' ? [beta === 1 ? t`variational` : t`beta-variational`] : []),
  ];
  const name = parts.length === 0 ? t`undercomplete` : parts.join(' + ');
  return architecture === 'convolutional' ? t`convolutional ${name}` : name;
}
