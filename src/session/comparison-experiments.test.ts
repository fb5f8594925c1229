import { describe, expect, it } from 'vitest';
import { families, familyOf } from '../catalog/families/registry';
import { defaultExperiment, difference, type Experiment, type Setting } from '../core/experiment';
import { mended } from '../core/rules';
import {
  comparedExperiments,
  definingSettings,
  familyIds,
  sharedCodeSize,
  trainsTheSame,
} from './comparison-experiments';

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

describe('the four experiments', () => {
  it('are one of each family', () => {
    const experiments = comparedExperiments(chosen, 16);
    expect(familyIds.map((id) => familyOf(experiments[id]))).toEqual(familyIds);
  });

  it('differ from each other in nothing but what makes a family', () => {
    const experiments = comparedExperiments(chosen, 16);
    for (const id of familyIds) {
      const differing = Object.keys(difference(experiments.undercomplete, experiments[id]));
      expect(differing.filter((name) => !(definingSettings as readonly string[]).includes(name))).toEqual([]);
    }
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
    for (const experiment of Object.values(comparedExperiments(chosen, 24))) {
      for (const setting of kept) expect(experiment[setting]).toEqual(chosen[setting]);
      expect(experiment.codeSize).toBe(24);
    }
  });

  it('take the defining values of the presets, not the preset’s own code size or layers', () => {
    const { sparse, variational, denoising } = comparedExperiments(chosen, 16);
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
    const experiments = comparedExperiments(overcomplete, overcomplete.codeSize);
    for (const experiment of Object.values(experiments)) {
      expect(mended(experiment).reasons).toEqual([]);
      expect(experiment.codeSize).toBe(128);
    }
    expect(experiments.denoising.noiseLevel).toBeGreaterThan(0);
  });

  it('are the same four whichever family is chosen in the Train workspace', () => {
    const from = comparedExperiments({ ...chosen, codeKind: 'gaussian', loss: 'bce', noise: 'none' }, 16);
    for (const id of familyIds)
      expect(trainsTheSame(from[id], comparedExperiments(chosen, 16)[id])).toBe(true);
  });
});

describe('training the same', () => {
  it('does not depend on settings that are not used', () => {
    expect(trainsTheSame(chosen, { ...chosen, beta: 4, filters: 32 })).toBe(true);
    expect(trainsTheSame(chosen, { ...chosen, noiseLevel: 0.4 })).toBe(false);
  });
});
