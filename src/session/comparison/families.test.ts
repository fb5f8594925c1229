import { describe, expect, it } from 'vitest';
import { families, familyOf, type FamilyId } from '../../catalog/families/registry';
import {
  defaultExperiment,
  difference,
  type Experiment,
  type Setting,
} from '../../core/experiment/experiment';
import { repairExperiment } from '../../core/experiment/rules';
import { noComparison, type ComparedRun, type Comparison } from './comparison';
import {
  definingSettings,
  familyIds,
  familyRuns,
  isOfOtherSettings,
  ofFamily,
  sharedCodeSize,
  trainsTheSame,
} from './families';
import { newRun } from '../runs/run';

const chosen: Experiment = {
  ...defaultExperiment,
  dataset: 'quickdraw',
  hidden: [300, 100],
  learningRate: 0.0007,
  batchSize: 64,
  seed: 42,
  optimizer: 'rmsprop',
  noise: 'masking',
  noiseLevel: 0.3,
  loss: 'mae',
};

const experimentOf = (family: FamilyId, of: Experiment, codeSize: number) => {
  const planned = ofFamily(familyRuns(of, codeSize), family);
  if (!planned) throw new Error(`no ${family}`);
  return planned.experiment;
};

describe('the four experiments', () => {
  it('are one of each family', () => {
    const runs = familyRuns(chosen, 16);
    expect(runs.map(({ experiment }) => familyOf(experiment))).toEqual(familyIds);
    expect(runs.map(({ family }) => family)).toEqual(familyIds);
  });

  it('differ from each other in nothing but what makes a family', () => {
    const plain = experimentOf('undercomplete', chosen, 16);
    for (const { experiment } of familyRuns(chosen, 16)) {
      const differing = Object.keys(difference(plain, experiment));
      expect(differing.filter((name) => !(definingSettings as readonly string[]).includes(name))).toEqual([]);
    }
  });

  it('have noise on signals that leaves something of them', () => {
    const level = (patch: Partial<Experiment>) =>
      experimentOf('denoising', { ...defaultExperiment, ...patch }, 16).noiseLevel;
    expect(level({ dataset: 'heartbeats', outputActivation: 'linear' })).toBe(0.1);
    expect(level({ dataset: 'heartbeats', outputActivation: 'linear', noiseLevel: 0.3 })).toBe(0.3);
    expect(level({})).toBe(0.5);
  });

  it('keep the person’s data, network, seed and training, and share one code size', () => {
    const kept: Setting[] = [
      'dataset',
      'architecture',
      'hidden',
      'seed',
      'batchSize',
      'learningRate',
      'optimizer',
    ];
    for (const { experiment } of familyRuns(chosen, 24)) {
      for (const setting of kept) expect(experiment[setting]).toEqual(chosen[setting]);
      expect(experiment.codeSize).toBe(24);
    }
  });

  it('take the defining values of the presets, not the preset’s own code size or layers', () => {
    const sparse = experimentOf('sparse', chosen, 16);
    const variational = experimentOf('variational', chosen, 16);
    const denoising = experimentOf('denoising', chosen, 16);
    const { preset } = families.sparse;
    expect(sparse).toMatchObject({
      sparsity: preset.sparsity,
      sparsityWeight: preset.sparsityWeight,
      codeActivation: preset.codeActivation,
      codeSize: 16,
      hidden: [300, 100],
    });
    expect(variational).toMatchObject({ codeKind: 'gaussian', loss: families.variational.preset.loss });
    expect(denoising.noise).toBe(families.denoising.preset.noise);
  });

  it('are legal whatever is chosen, with a code that all four can have', () => {
    const overcomplete: Experiment = {
      ...defaultExperiment,
      sparsity: 'kl',
      codeActivation: 'sigmoid',
      codeSize: 1024,
      outputActivation: 'linear',
      noiseLevel: 0,
    };
    expect(sharedCodeSize(overcomplete)).toBe(128);
    for (const { experiment } of familyRuns(overcomplete, null)) {
      expect(repairExperiment(experiment).reasons).toEqual([]);
      expect(experiment.codeSize).toBe(128);
    }
    expect(experimentOf('denoising', overcomplete, 128).noiseLevel).toBeGreaterThan(0);
  });

  it('are the same four whichever family is chosen in the Train workspace', () => {
    const other: Experiment = { ...chosen, codeKind: 'gaussian', loss: 'bce', noise: 'none' };
    for (const id of familyIds) {
      expect(trainsTheSame(experimentOf(id, other, 16), experimentOf(id, chosen, 16))).toBe(true);
    }
  });
});

describe('training the same', () => {
  it('does not depend on settings that are not used', () => {
    expect(trainsTheSame(chosen, { ...chosen, beta: 4, filters: 32 })).toBe(true);
    expect(trainsTheSame(chosen, { ...chosen, noiseLevel: 0.4 })).toBe(false);
  });
});

describe('runs that were trained with other settings', () => {
  const runs = familyRuns(defaultExperiment, null).map(
    ({ label, family, experiment }, index): ComparedRun => ({
      label,
      family,
      refusal: null,
      run: newRun(String(index), experiment, null),
    }),
  );
  const comparison: Comparison = { ...noComparison, runs };

  it('are known by what a start would train now', () => {
    expect(isOfOtherSettings(comparison, defaultExperiment)).toBe(false);
    expect(isOfOtherSettings(comparison, { ...defaultExperiment, learningRate: 0.01 })).toBe(true);
    expect(isOfOtherSettings(comparison, { ...defaultExperiment, codeKind: 'gaussian', loss: 'bce' })).toBe(
      false,
    );
    expect(isOfOtherSettings({ ...comparison, codeSize: 8 }, defaultExperiment)).toBe(true);
  });
});
