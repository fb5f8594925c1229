// A family is a named preset of an experiment, not a program of its own; which family an experiment belongs to is read
// off its settings.
import type { Experiment, ExperimentPatch } from '../../core/experiment';

export interface Family {
  label: string;
  summary: string;
  /** What choosing the family changes. */
  preset(experiment: Experiment): ExperimentPatch;
}

export const families = {
  undercomplete: {
    label: 'Undercomplete',
    summary: 'The code is smaller than the input, and nothing else forces the network to learn.',
    preset: () => ({ noise: 'none' }),
  },
  denoising: {
    label: 'Denoising',
    summary: 'The input is spoiled, the target is clean: the network learns what images look like.',
    preset: ({ noise, noiseLevel }) => ({
      noise: noise === 'none' ? 'gaussian' : noise,
      noiseLevel: noiseLevel === 0 ? 0.5 : noiseLevel,
    }),
  },
} satisfies Record<string, Family>;

export type FamilyId = keyof typeof families;

/** The family an experiment belongs to by its settings. */
export function familyOf(experiment: Experiment): FamilyId {
  return experiment.noise === 'none' ? 'undercomplete' : 'denoising';
}
