import { describe, expect, test } from 'vitest';
import {
  architectureIds,
  codeKindIds,
  defaultExperiment,
  type Experiment,
  type ExperimentPatch,
} from '../../core/experiment/experiment';
import { repairExperiment, withPatch } from '../../core/experiment/rules';
import { corruptions } from '../corruptions/registry';
import { experimentSchema } from '../experiment-schema';
import { sparsityPenalties } from '../sparsity/registry';
import { families, familyName, familyOf, familyPatch, type FamilyId } from './registry';

const familyIds = Object.keys(families) as FamilyId[];
const choose = (from: Experiment, family: FamilyId): Experiment => ({
  ...from,
  ...familyPatch(family, from),
});
const patched = (patch: ExperimentPatch): Experiment => withPatch(defaultExperiment, patch);

/** Every combination of family-defining settings, with other values that a person may have set. */
const combinations: Experiment[] = Object.keys(corruptions).flatMap((noise) =>
  Object.keys(sparsityPenalties).flatMap((sparsity) =>
    codeKindIds.flatMap((codeKind) =>
      architectureIds.flatMap((architecture) =>
        (
          [{}, { noiseLevel: 0 }, { loss: 'bce', codeSize: 300 }, { outputActivation: 'linear' }] as const
        ).map((patch: ExperimentPatch) => patched({ noise, sparsity, codeKind, architecture, ...patch })),
      ),
    ),
  ),
);

describe.each(familyIds)('choosing %s', (family) => {
  test('from every combination gives an experiment of that family', () => {
    for (const from of combinations) expect(familyOf(choose(from, family))).toBe(family);
  });

  test('from every combination gives a legal experiment', () => {
    for (const from of combinations) {
      const chosen = choose(from, family);
      expect(experimentSchema.parse(chosen)).toEqual(chosen);
      expect(repairExperiment(chosen)).toEqual({ experiment: chosen, reasons: [] });
    }
  });

  test.each(familyIds.filter((other) => other !== family))(
    'from the plain %s preset leaves no trace of that family',
    (other) => {
      const direct = choose(defaultExperiment, family);
      expect(choose(choose(defaultExperiment, other), family)).toEqual(direct);
    },
  );

  test('does not change data, architecture, training or seed', () => {
    const own: ExperimentPatch = {
      dataset: 'quickdraw',
      architecture: 'convolutional',
      activation: 'elu',
      optimizer: 'sgd',
      learningRate: 0.5,
      schedule: 'step',
      weightDecay: 0.01,
      gradientClip: 1,
      batchSize: 64,
      seed: 7,
    };
    for (const from of combinations) {
      expect(choose(withPatch(from, own), family)).toMatchObject(own);
    }
  });

  test('contains only what it changes', () => {
    for (const from of combinations) {
      for (const [setting, value] of Object.entries(familyPatch(family, from))) {
        expect(value).not.toEqual(from[setting as keyof Experiment]);
      }
    }
  });

  test('is undone by choosing undercomplete again', () => {
    expect(choose(choose(defaultExperiment, family), 'undercomplete')).toEqual(defaultExperiment);
  });
});

describe('choosing a family', () => {
  test('that the experiment already has changes nothing', () => {
    for (const from of combinations) expect(familyPatch(familyOf(from), from)).toEqual({});
  });

  test('other than sparse restores the default code and widths that sparse changed', () => {
    const sparse = choose(defaultExperiment, 'sparse');
    expect(sparse).toMatchObject({ codeSize: 256, hidden: [512], codeActivation: 'sigmoid', sparsity: 'kl' });
    expect(choose(sparse, 'undercomplete')).toMatchObject({
      codeSize: 16,
      hidden: [256, 64],
      codeActivation: 'linear',
      sparsity: 'none',
    });
  });

  test('keeps what the person changed since: widths set by hand under sparse stay', () => {
    const sparse = withPatch(choose(defaultExperiment, 'sparse'), { hidden: [300], codeSize: 100 });
    expect(choose(sparse, 'undercomplete')).toMatchObject({ hidden: [300], codeSize: 100 });
  });

  test('shortens a sparse code set by hand to the longest without a penalty', () => {
    const sparse = withPatch(choose(defaultExperiment, 'sparse'), { codeSize: 700 });
    expect(choose(sparse, 'undercomplete').codeSize).toBe(128);
  });

  test('keeps a code size that the person set, between undercomplete and denoising', () => {
    const own = patched({ codeSize: 7 });
    const denoising = choose(own, 'denoising');
    expect(denoising).toEqual({ ...own, noise: 'gaussian' });
    expect(choose(denoising, 'undercomplete')).toEqual(own);
  });

  test.each(familyIds)(
    'keeps a code of 2, widths, a loss and a beta that the person set, when choosing %s',
    (family) => {
      const own = { codeSize: 2, hidden: [30, 20], loss: 'mae', beta: 4 } as const;
      for (const from of combinations) {
        const mine = withPatch(from, { ...own, hidden: [...own.hidden] });
        expect(choose(mine, family)).toMatchObject(own);
      }
    },
  );

  test('keeps the noise and the level that the person chose for a denoising combination', () => {
    for (const code of [{ sparsity: 'l1' }, { codeKind: 'gaussian' }] as const) {
      const combined = patched({ noise: 'block', noiseLevel: 0.2, ...code });
      expect(choose(combined, 'denoising')).toMatchObject({
        noise: 'block',
        noiseLevel: 0.2,
        sparsity: 'none',
      });
    }
  });

  test('corrupts the input under denoising: a level of 0 becomes the default level', () => {
    expect(choose(patched({ noiseLevel: 0 }), 'denoising').noiseLevel).toBe(defaultExperiment.noiseLevel);
    expect(choose(patched({ noiseLevel: 0.1 }), 'denoising').noiseLevel).toBe(0.1);
  });

  test('variational after a linear output sets a sigmoid output, which its cross-entropy needs', () => {
    const chosen = choose(patched({ outputActivation: 'linear' }), 'variational');
    expect(chosen).toMatchObject({ codeKind: 'gaussian', loss: 'bce', outputActivation: 'sigmoid' });
  });
});

test('the presets match the literature: variational 784-400-20 with beta 1 (Kingma & Welling 2014)', () => {
  expect(choose(defaultExperiment, 'variational')).toMatchObject({ hidden: [400], codeSize: 20, beta: 1 });
});

test('a combination belongs to the family that shapes its code', () => {
  expect(familyOf(patched({ noise: 'masking' }))).toBe('denoising');
  expect(familyOf(patched({ noise: 'masking', sparsity: 'l1' }))).toBe('sparse');
  expect(familyOf(patched({ noise: 'masking', codeKind: 'gaussian' }))).toBe('variational');
});

describe('the name of an experiment', () => {
  test.each<[ExperimentPatch, string]>([
    [{}, 'undercomplete'],
    [{ noise: 'block' }, 'denoising'],
    [{ sparsity: 'l1' }, 'L1 sparse'],
    [{ sparsity: 'kl' }, 'KL sparse'],
    [{ noise: 'gaussian', sparsity: 'l1' }, 'denoising + L1 sparse'],
    [{ codeKind: 'gaussian' }, 'variational'],
    [{ codeKind: 'gaussian', beta: 4 }, 'beta-variational'],
    [{ codeKind: 'gaussian', noise: 'gaussian' }, 'denoising + variational'],
    [{ architecture: 'convolutional' }, 'convolutional undercomplete'],
    [
      { architecture: 'convolutional', noise: 'saltPepper', sparsity: 'kl' },
      'convolutional denoising + KL sparse',
    ],
  ])('with %o is %s', (patch, name) => {
    expect(familyName(patched(patch))).toBe(name);
  });

  test('of each plain preset is the family', () => {
    const names = familyIds.map((family) => familyName(choose(defaultExperiment, family)));
    expect(names).toEqual(['undercomplete', 'KL sparse', 'denoising', 'variational']);
  });
});
