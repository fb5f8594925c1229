import { builtInDatasetIds } from '../dataset-id';
import { describe, expect, test } from 'vitest';
import {
  activationIds,
  architectureIds,
  codeActivationIds,
  codeKindIds,
  defaultExperiment,
  outputActivationIds,
  ranges,
  scheduleIds,
  settings,
  type Experiment,
  type ExperimentPatch,
} from '../experiment';
import {
  corruptionIds,
  experimentSchema,
  lossIds,
  optimizerIds,
  sparsityIds,
} from '../testing/example-kinds';
import { fromSearch, toSearch } from './experiment-url';
import { withPatch } from '../rules';

/** A value other than the default for every setting. */
const otherValues: ExperimentPatch = {
  dataset: 'quickdraw',
  classes: [1, 7, 344],
  validationShare: 0.125,
  architecture: 'convolutional',
  codeSize: 1,
  codeKind: 'gaussian',
  codeActivation: 'sigmoid',
  hidden: [1024, 4, 30],
  convLayers: 3,
  filters: 64,
  activation: 'elu',
  outputActivation: 'linear',
  noise: 'block',
  noiseLevel: 0.0625,
  inputDropout: 0.125,
  maskInput: 'on',
  loss: 'mae',
  lossOn: 'weighted',
  holeWeight: 2.5,
  sparsity: 'kl',
  sparsityWeight: 0.00025,
  targetActivation: 0.001,
  beta: 0,
  betaWarmUp: 2.5,
  optimizer: 'rmsprop',
  learningRate: 0.00001,
  schedule: 'step',
  scheduleEpochs: 100,
  weightDecay: 1e-7,
  gradientClip: 0.1,
  batchSize: 1000,
  earlyStopping: 7,
  seed: ranges.seed.max,
};

const read = (search: string) => fromSearch(search, experimentSchema);
/** The defaults with a patch and what it requires: some values are legal only together. */
const patched = (patch: ExperimentPatch): Experiment => withPatch(defaultExperiment, patch);

describe('writing', () => {
  test('the defaults write just the version', () => {
    expect(toSearch(defaultExperiment)).toBe('?v=1');
  });

  test('only what differs is written', () => {
    expect(toSearch(patched({ codeSize: 2, hidden: [128, 32] }))).toBe('?v=1&codeSize=2&hidden=128-32');
  });
});

describe('a round trip', () => {
  const patches = Object.entries(otherValues).map(([setting, value]) => ({ [setting]: value }));

  test('covers every setting with a second value', () => {
    expect(Object.keys(otherValues).sort()).toEqual([...settings].sort());
    expect(settings.filter((setting) => otherValues[setting] === defaultExperiment[setting])).toEqual([]);
  });

  test.each(patches)('keeps %o', (patch) => {
    expect(read(toSearch(patched(patch)))).toEqual({ experiment: patched(patch), problems: [] });
  });

  test.each<ExperimentPatch>([{ sparsity: 'none' }, { codeKind: 'deterministic' }])(
    'keeps all settings at once, with %o (a Gaussian code and a sparsity penalty exclude each other)',
    (patch) => {
      const experiment = patched({ ...otherValues, ...patch });
      expect(read(toSearch(experiment))).toEqual({ experiment, problems: [] });
    },
  );

  test.each([
    ['dataset', [...builtInDatasetIds, 'own:0123456789abcdef']],
    ['architecture', architectureIds],
    ['codeKind', codeKindIds],
    ['codeActivation', codeActivationIds],
    ['activation', activationIds],
    ['outputActivation', outputActivationIds],
    ['noise', corruptionIds],
    ['loss', lossIds],
    ['sparsity', sparsityIds],
    ['optimizer', optimizerIds],
    ['schedule', scheduleIds],
  ])('keeps every choice of %s', (setting, ids) => {
    for (const id of ids) {
      const experiment = patched({ [setting]: id });
      expect(experiment).toHaveProperty(setting, id);
      expect(read(toSearch(experiment))).toEqual({ experiment, problems: [] });
    }
  });

  test('keeps numbers that JavaScript writes with an exponent', () => {
    const experiment = patched({ noiseLevel: 1e-7 });
    expect(read(toSearch(experiment)).experiment).toEqual(experiment);
  });
});

describe('reading', () => {
  test('an empty query gives the defaults without a problem', () => {
    expect(read('')).toEqual({ experiment: defaultExperiment, problems: [] });
    expect(read('?')).toEqual({ experiment: defaultExperiment, problems: [] });
  });

  test.each([
    ['codeSize=-3', { codeSize: 1 }],
    ['codeSize=7.6', { codeSize: 8 }],
    ['convLayers=2.4', { convLayers: 2 }],
    ['convLayers=9.7', { convLayers: 3 }],
    ['filters=0.4', { filters: 4 }],
    ['scheduleEpochs=2.5', { scheduleEpochs: 3 }],
    ['inputDropout=1', { inputDropout: 0.9 }],
    ['sparsityWeight=-1', { sparsityWeight: 0 }],
    ['targetActivation=0', { targetActivation: 0.001 }],
    ['beta=1000', { beta: 10 }],
    ['betaWarmUp=20.5', { betaWarmUp: 20 }],
    ['weightDecay=1', { weightDecay: 0.1 }],
    ['gradientClip=-0.5', { gradientClip: 0 }],
    ['noiseLevel=2', { noiseLevel: 1 }],
    ['noiseLevel=-0.5', { noiseLevel: 0 }],
    ['learningRate=0', { learningRate: 0.00001 }],
    ['learningRate=1e9', { learningRate: 1 }],
    ['batchSize=1', { batchSize: 16 }],
    ['batchSize=64.5', { batchSize: 65 }],
    ['seed=3.2', { seed: 3 }],
    ['seed=99999999999', { seed: 2 ** 31 - 1 }],
    ['hidden=2-5000', { hidden: [4, 1024] }],
    ['hidden=9-8-7-6-5-4', { hidden: [9, 8, 7, 6, 5] }],
    ['hidden=16.4', { hidden: [16] }],
  ] satisfies [string, ExperimentPatch][])(
    '%s becomes the nearest legal value and is reported',
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
    'codeActivation=elu',
    'outputActivation=relu',
    'sparsity=KL',
    'codeKind=0',
    'beta=one',
    'schedule=linear',
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
  ])('%s is invalid: the default is used and reported', (text) => {
    const { experiment, problems } = read(`?v=1&${text}`);
    expect(experiment).toEqual(defaultExperiment);
    expect(problems).toEqual([expect.stringContaining(text.split('=')[0] ?? '')]);
  });

  test.each(['toString', '__proto__', 'constructor', 'level'])(
    '%s is not a setting and is reported once',
    (name) => {
      const { experiment, problems } = read(`?v=1&${name}=1&${name}=2`);
      expect(experiment).toEqual(defaultExperiment);
      expect(problems).toEqual([expect.stringContaining(name)]);
    },
  );

  test('a continuous setting keeps its fraction', () => {
    expect(read('?v=1&betaWarmUp=2.5')).toEqual({ experiment: patched({ betaWarmUp: 2.5 }), problems: [] });
  });

  test('a good field next to a bad one is kept, and each bad one is reported once', () => {
    const { experiment, problems } = read('?v=1&batchSize=5000&loss=bce&noise=rain&tail=1');
    expect(experiment).toEqual(patched({ batchSize: 1024, loss: 'bce' }));
    expect(problems).toHaveLength(3);
  });

  test('a setting given twice takes its first value, and that is reported', () => {
    const { experiment, problems } = read('?v=1&codeSize=4&codeSize=9');
    expect(experiment).toEqual(patched({ codeSize: 4 }));
    expect(problems).toEqual([expect.stringContaining('more than once')]);
  });

  test('another version is reported, and the rest is still read', () => {
    const { experiment, problems } = read('?v=7&codeSize=4');
    expect(experiment).toEqual(patched({ codeSize: 4 }));
    expect(problems).toEqual([expect.stringContaining('version “7”')]);
  });

  test('a very long value is cut in the message', () => {
    const [problem = ''] = read(`?v=1&dataset=${'x'.repeat(5000)}`).problems;
    expect(problem.length).toBeLessThan(120);
  });
});
