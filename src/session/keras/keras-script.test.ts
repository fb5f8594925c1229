import { describe, expect, it } from 'vitest';
import { corruptions } from '../../catalog/corruptions/registry';
import { losses } from '../../catalog/losses/registry';
import { optimizers } from '../../catalog/optimizers/registry';
import { sparsityPenalties } from '../../catalog/sparsity/registry';
import { families, familyPatch, type FamilyId } from '../../catalog/families/registry';
import { networkPlan } from '../../catalog/architectures/registry';
import { defaultsOn, type Experiment, type ExperimentPatch } from '../../core/experiment/experiment';
import { withPatch } from '../../core/experiment/rules';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import { weightNames } from '../run-files/weight-names';
import { kerasScript } from './keras-script';

const digits: DatasetInfo = {
  ...{ id: 'mnist', name: 'MNIST', kind: 'image', shape: [28, 28, 1], valueRange: [0, 1] },
  ...{
    classNames: Array.from('0123456789'),
    trainCount: 60_000,
    testCount: 10_000,
    licence: '',
    attribution: '',
  },
};
const beats: DatasetInfo = {
  ...digits,
  ...{ id: 'heartbeats', name: 'Heartbeats', kind: 'signal', shape: [128, 1], classNames: ['a', 'b'] },
};

function experimentOn({ id }: DatasetInfo, family: FamilyId, patch: ExperimentPatch = {}): Experiment {
  const plain = defaultsOn(id as Experiment['dataset']);
  return withPatch({ ...plain, ...familyPatch(family, plain) }, patch);
}

function scriptOf(dataset: DatasetInfo, family: FamilyId, patch: ExperimentPatch = {}): string {
  return kerasScript({ experiment: experimentOn(dataset, family, patch), dataset });
}

/** The names of all layers with weights, as the script gives them. */
function layerNames(script: string): string[] {
  return Array.from(script.matchAll(/name="((?:en|de)coder_\w+)"/g), ([, name = '']) => name);
}

describe.each([digits, beats])('on $name', (dataset) => {
  it.each(Object.keys(families) as FamilyId[])(
    'a script of %s names its layers as the files of weights do',
    (family) => {
      for (const architecture of ['dense', 'convolutional'] as const) {
        const experiment = experimentOn(dataset, family, { architecture });
        const keys = weightNames(networkPlan(experiment, dataset.shape)).map(({ key }) => key);
        const named = layerNames(kerasScript({ experiment, dataset }));
        expect(
          named.flatMap((name) => ['kernel', 'bias'].map((part) => `${name.replaceAll('_', '/')}/${part}`)),
        ).toEqual(keys);
      }
    },
  );

  it('there is a form of everything that a person can choose', () => {
    for (const noise of Object.keys(corruptions)) {
      const script = scriptOf(dataset, 'denoising', { noise });
      expect(script.includes('def corrupt(clean, rng):')).toBe(noise !== 'none');
    }
    for (const loss of Object.keys(losses))
      expect(scriptOf(dataset, 'undercomplete', { loss })).toContain('losses = ');
    for (const optimizer of Object.keys(optimizers)) {
      expect(scriptOf(dataset, 'undercomplete', { optimizer })).toContain('optimizer = keras.optimizers.');
    }
    for (const sparsity of Object.keys(sparsityPenalties)) {
      const script = scriptOf(dataset, 'sparse', { sparsity, codeSize: 16 });
      expect(script.includes('sparsity = SPARSITY_WEIGHT')).toBe(sparsity !== 'none');
    }
  });
});

it('signals get convolutions in one dimension, cropped where a side is odd', () => {
  const odd = scriptOf({ ...beats, shape: [45, 2] }, 'undercomplete', {
    architecture: 'convolutional',
    convLayers: 2,
  });
  expect(odd).toMatch(/layers\.Conv1D\(\s*16, 3, strides=2, padding="same"/);
  // 45, 23, 12 and back: 24 is one too many, and so is 46.
  expect(odd.match(/layers\.Cropping1D\(\(0, 1\)\)/g)).toHaveLength(2);
  expect(odd).toContain('layers.Reshape((12, 32))');
  expect(odd).not.toMatch(/Conv2D|Cropping2D/);
});

it('a name of the data cannot end a string or a docstring, nor begin another line', () => {
  const name = '"""\nimport os; os.remove("x") \\ é';
  const script = kerasScript({
    experiment: experimentOn(digits, 'undercomplete'),
    dataset: { ...digits, name },
  });
  expect(script.split('\n').filter((line) => line.startsWith('import os'))).toEqual(['import os']);
  expect(script.match(/"""/g)?.length).toBe(scriptOf(digits, 'undercomplete').match(/"""/g)?.length);
  expect(script).toMatch(/"name": "\\"\\"\\"\\nimport os/);
});

it('an unknown kind is refused, and not left out', () => {
  const experiment = { ...experimentOn(digits, 'denoising'), noise: 'rain' };
  expect(() => kerasScript({ experiment, dataset: digits })).toThrow('rain');
});
