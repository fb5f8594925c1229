import { describe, expect, test } from 'vitest';
import {
  activationIds,
  corruptionIds,
  datasetIds,
  defaultExperiment,
  lossIds,
  optimizerIds,
  ranges,
  settings,
  type Experiment,
  type ExperimentPatch,
} from './experiment';
import { fromSearch, toSearch } from './experiment-url';

/** A legal value other than the default for every setting that has one. */
const otherValues: ExperimentPatch = {
  dataset: 'quickdraw',
  codeSize: 1,
  hidden: [1024, 4, 30],
  activation: 'elu',
  noise: 'saltPepper',
  noiseLevel: 0.0625,
  loss: 'bce',
  optimizer: 'rmsprop',
  learningRate: 0.00001,
  batchSize: 1000,
  seed: ranges.seed.max,
};

const read = (search: string) => fromSearch(search);
const patched = (patch: ExperimentPatch): Experiment => ({ ...defaultExperiment, ...patch });

describe('writing', () => {
  test('the defaults are just the version', () => {
    expect(toSearch(defaultExperiment)).toBe('?v=1');
  });

  test('only what differs is written', () => {
    expect(toSearch(patched({ codeSize: 2, hidden: [128, 32] }))).toBe('?v=1&codeSize=2&hidden=128-32');
  });
});

describe('a round trip', () => {
  const patches = Object.entries(otherValues).map(([setting, value]) => ({ [setting]: value }));

  test('covers every setting that has a second value', () => {
    expect(settings.filter((setting) => !(setting in otherValues))).toEqual(['architecture']);
  });

  test.each(patches)('keeps %o', (patch) => {
    expect(read(toSearch(patched(patch)))).toEqual({ experiment: patched(patch), problems: [] });
  });

  test('keeps all settings at once', () => {
    expect(read(toSearch(patched(otherValues)))).toEqual({ experiment: patched(otherValues), problems: [] });
  });

  test.each([
    ['dataset', datasetIds],
    ['activation', activationIds],
    ['noise', corruptionIds],
    ['loss', lossIds],
    ['optimizer', optimizerIds],
  ])('keeps every choice of %s', (setting, ids) => {
    for (const id of ids) {
      const experiment = patched({ [setting]: id });
      expect(read(toSearch(experiment)).experiment).toEqual(experiment);
    }
  });

  test('keeps numbers that JavaScript writes with an exponent', () => {
    const experiment = patched({ noiseLevel: 1e-7 });
    expect(read(toSearch(experiment)).experiment).toEqual(experiment);
  });
});

describe('reading', () => {
  test('nothing is the defaults, without complaint', () => {
    expect(read('')).toEqual({ experiment: defaultExperiment, problems: [] });
    expect(read('?')).toEqual({ experiment: defaultExperiment, problems: [] });
  });

  test.each([
    ['codeSize=1000', { codeSize: 128 }],
    ['codeSize=-3', { codeSize: 1 }],
    ['codeSize=7.6', { codeSize: 8 }],
    ['noiseLevel=2', { noiseLevel: 1 }],
    ['noiseLevel=-0.5', { noiseLevel: 0 }],
    ['learningRate=0', { learningRate: 0.00001 }],
    ['learningRate=1e9', { learningRate: 1 }],
    ['batchSize=1', { batchSize: 16 }],
    ['seed=99999999999', { seed: 2 ** 31 - 1 }],
    ['hidden=2-5000', { hidden: [4, 1024] }],
    ['hidden=9-8-7-6-5-4', { hidden: [9, 8, 7, 6, 5] }],
    ['hidden=16.4', { hidden: [16] }],
  ] satisfies [string, ExperimentPatch][])(
    '%s is brought to the nearest legal value and said',
    (text, patch) => {
      const { experiment, problems } = read(`?v=1&${text}`);
      expect(experiment).toEqual(patched(patch));
      expect(problems).toEqual([expect.stringContaining(text.split('=')[0] ?? '')]);
    },
  );

  test.each([
    'dataset=imagenet',
    'dataset=',
    'noise=Gaussian',
    'loss=__proto__',
    'codeSize=',
    'codeSize=twelve',
    'codeSize=0x10',
    'codeSize=1e999',
    'codeSize=NaN',
    'learningRate=Infinity',
    'hidden=',
    'hidden=64--32',
    'hidden=-64',
    'hidden=a-b',
    'seed=%00',
    'noiseLevel=0.5.5',
  ])('%s makes no sense: the default is used and said', (text) => {
    const { experiment, problems } = read(`?v=1&${text}`);
    expect(experiment).toEqual(defaultExperiment);
    expect(problems).toEqual([expect.stringContaining(text.split('=')[0] ?? '')]);
  });

  test.each(['toString', '__proto__', 'constructor', 'level'])(
    '%s is not a setting and is said once',
    (name) => {
      const { experiment, problems } = read(`?v=1&${name}=1&${name}=2`);
      expect(experiment).toEqual(defaultExperiment);
      expect(problems).toEqual([expect.stringContaining(name)]);
    },
  );

  test('a good field next to a bad one is kept, and each bad one is reported once', () => {
    const { experiment, problems } = read('?v=1&codeSize=500&loss=bce&noise=rain&tail=1');
    expect(experiment).toEqual(patched({ codeSize: 128, loss: 'bce' }));
    expect(problems).toHaveLength(3);
  });

  test('of a setting given twice the first one counts, and that is said', () => {
    const { experiment, problems } = read('?v=1&codeSize=4&codeSize=9');
    expect(experiment).toEqual(patched({ codeSize: 4 }));
    expect(problems).toEqual([expect.stringContaining('more than once')]);
  });

  test('another version is said, and what can be read is read', () => {
    const { experiment, problems } = read('?v=7&codeSize=4');
    expect(experiment).toEqual(patched({ codeSize: 4 }));
    expect(problems).toEqual([expect.stringContaining('version “7”')]);
  });

  test('a very long value is cut in the message', () => {
    const [problem = ''] = read(`?v=1&dataset=${'x'.repeat(5000)}`).problems;
    expect(problem.length).toBeLessThan(120);
  });
});
