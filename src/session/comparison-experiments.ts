// Four experiments that differ in nothing but what makes the family: same data, network, seed, code size and training.
import { families, type FamilyId } from '../catalog/families/registry';
import {
  defaultExperiment,
  difference,
  type Experiment,
  type ExperimentPatch,
  type Setting,
} from '../core/experiment';
import { inEffect, longestPlainCode, withPatch } from '../core/rules';

export const familyIds = Object.keys(families) as readonly FamilyId[];

/** Something for each of the four. */
export function forFamilies<T>(make: (id: FamilyId) => T): Record<FamilyId, T> {
  return {
    undercomplete: make('undercomplete'),
    sparse: make('sparse'),
    denoising: make('denoising'),
    variational: make('variational'),
  };
}

/** What can make a family. All other settings are the person's, and the same for the four. */
export const definingSettings = [
  'noise',
  'sparsity',
  'sparsityWeight',
  'targetActivation',
  'codeKind',
  'codeActivation',
  'beta',
  'betaWarmUp',
  'loss',
] as const satisfies readonly Setting[];

/** One experiment for each family, made from the experiment that is chosen. */
export function comparedExperiments(chosen: Experiment, codeSize: number): Record<FamilyId, Experiment> {
  const plain = withPatch(chosen, {
    ...only(definingSettings, defaultExperiment),
    codeSize: sharedCodeSize({ codeSize }),
    // Noise at level 0 would spoil nothing.
    noiseLevel: chosen.noiseLevel || defaultExperiment.noiseLevel,
  });
  return forFamilies((id) => withPatch(plain, only(definingSettings, families[id].preset)));
}

/** The code size that the four share unless the person chooses another: the chosen one, where all of them can have it. */
export function sharedCodeSize({ codeSize }: Pick<Experiment, 'codeSize'>): number {
  return Math.min(longestPlainCode, codeSize);
}

/** Whether two experiments train the same: settings that neither of them uses do not count. */
export function trainsTheSame(a: Experiment, b: Experiment): boolean {
  return inEffect(Object.keys(difference(a, b)) as Setting[], a, b).length === 0;
}

function only(names: readonly Setting[], from: ExperimentPatch): ExperimentPatch {
  return Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));
}
