// Four experiments that differ in nothing but what makes the family: same data, network, seed, code size and training.
import { levelAfter, suitedLevel } from '../../catalog/corruptions/noise-level';
import { families, familyPreset, type FamilyId } from '../../catalog/families/registry';
import {
  defaultExperiment,
  difference,
  type Experiment,
  type ExperimentPatch,
  type Setting,
} from '../../core/experiment/experiment';
import { inEffect, longestPlainCode, withPatch } from '../../core/experiment/rules';
import type { Comparison, PlannedRun } from './comparison';

export const familyIds = Object.keys(families) as readonly FamilyId[];

/** What can make a family. All other settings are the person's, and the same for all. */
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

/** One run for each family, made from the experiment that is chosen. @param codeSize null: as the experiment has it */
export function familyRuns(chosen: Experiment, codeSize: number | null): PlannedRun[] {
  const denoising = { ...chosen, noise: families.denoising.preset.noise };
  const plain = withPatch(chosen, {
    ...only(definingSettings, defaultExperiment),
    codeSize: sharedCodeSize({ codeSize: codeSize ?? chosen.codeSize }),
    // Noise at level 0 would spoil nothing.
    noiseLevel: levelAfter(chosen, denoising) || suitedLevel(denoising),
    // All four train equally long.
    earlyStopping: 0,
  });
  return familyIds.map((family) => ({
    label: families[family].label,
    family,
    experiment: withPatch(plain, only(definingSettings, familyPreset(family, plain))),
  }));
}

/** The one of the runs that stands for a family. */
export function ofFamily<One extends Pick<PlannedRun, 'family'>>(
  runs: readonly One[],
  family: FamilyId,
): One | undefined {
  return runs.find((one) => one.family === family);
}

/** The code size that the four share unless the person chooses another: the chosen one, where all of them can have it. */
export function sharedCodeSize({ codeSize }: Pick<Experiment, 'codeSize'>): number {
  return Math.min(longestPlainCode, codeSize);
}

/** Whether what is shown was trained with other settings than a start would train with now. */
export function isOfOtherSettings({ runs, codeSize }: Comparison, chosen: Experiment): boolean {
  const next = familyRuns(chosen, codeSize);
  return runs.some(({ family, run }) => {
    const planned = family && ofFamily(next, family);
    return planned ? !trainsTheSame(run.experiment, planned.experiment) : false;
  });
}

/** Whether two experiments train the same: settings that neither of them uses do not count. */
export function trainsTheSame(a: Experiment, b: Experiment): boolean {
  return inEffect(Object.keys(difference(a, b)) as Setting[], a, b).length === 0;
}

function only(names: readonly Setting[], from: ExperimentPatch): ExperimentPatch {
  return Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));
}
