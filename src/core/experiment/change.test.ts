import { describe, expect, test } from 'vitest';
import { changeBetween } from './change';
import { defaultExperiment, type Experiment, type ExperimentPatch } from './experiment';
import { withPatch } from './rules';

const kindOf = (patch: ExperimentPatch) =>
  changeBetween(defaultExperiment, { ...defaultExperiment, ...patch });

describe('the change between two experiments', () => {
  test('is none when nothing differs', () => {
    expect(kindOf({})).toBe('none');
    expect(kindOf({ hidden: [...defaultExperiment.hidden] })).toBe('none');
  });

  test.each<ExperimentPatch>([
    { learningRate: 0.01 },
    { noise: 'gaussian' },
    { noiseLevel: 0.1 },
    { loss: 'bce' },
    { optimizer: 'sgd' },
    { batchSize: 64 },
    { inputDropout: 0.2 },
    { sparsity: 'l1' },
    { schedule: 'cosine' },
    { weightDecay: 0.01 },
    { gradientClip: 1 },
    { classes: [1] },
    { validationShare: 0.1 },
    { earlyStopping: 5 },
  ])('takes effect at the next step for %o', (patch) => {
    expect(kindOf(patch)).toBe('live');
  });

  test.each<ExperimentPatch>([{ codeSize: 8 }, { hidden: [256, 32] }])(
    'keeps what was learned for %o',
    (patch) => {
      expect(kindOf(patch)).toBe('surgical');
    },
  );

  test.each<ExperimentPatch>([
    { dataset: 'quickdraw' },
    { seed: 2 },
    { activation: 'tanh' },
    { architecture: 'convolutional' },
    { codeKind: 'gaussian' },
    { codeActivation: 'sigmoid' },
    { outputActivation: 'linear' },
  ])('starts over for %o', (patch) => {
    expect(kindOf(patch)).toBe('rebuild');
  });

  test.each<[ExperimentPatch, ExperimentPatch]>([
    [{ sparsity: 'l1' }, { sparsityWeight: 0.1 }],
    [{ sparsity: 'kl', codeActivation: 'sigmoid' }, { targetActivation: 0.1 }],
    [{ sparsity: 'kl', codeActivation: 'sigmoid' }, { sparsity: 'l1' }],
    [{ codeKind: 'gaussian' }, { beta: 4 }],
    [{ codeKind: 'gaussian' }, { betaWarmUp: 3 }],
    [{ schedule: 'step' }, { scheduleEpochs: 3 }],
  ])('changes the weights of the objective of %o live with %o', (base, patch) => {
    const from: Experiment = { ...defaultExperiment, ...base };
    expect(changeBetween(from, { ...from, ...patch })).toBe('live');
  });

  test('starts over when KL sparsity requires sigmoid code units', () => {
    expect(changeBetween(defaultExperiment, withPatch(defaultExperiment, { sparsity: 'kl' }))).toBe(
      'rebuild',
    );
    const sigmoid = withPatch(defaultExperiment, { codeActivation: 'sigmoid' });
    expect(changeBetween(sigmoid, withPatch(sigmoid, { sparsity: 'kl' }))).toBe('live');
  });

  test('starts over when the convolutions of a convolutional network change', () => {
    const from: Experiment = { ...defaultExperiment, architecture: 'convolutional' };
    for (const patch of [{ convLayers: 3 }, { filters: 8 }] as const) {
      expect(changeBetween(from, { ...from, ...patch })).toBe('rebuild');
    }
  });

  test.each<[ExperimentPatch, ExperimentPatch]>([
    [{}, { convLayers: 3 }],
    [{}, { filters: 8 }],
    [{ architecture: 'convolutional' }, { hidden: [8] }],
    [{ codeKind: 'gaussian' }, { codeActivation: 'sigmoid' }],
  ])('is live where neither experiment uses the setting: on %o, %o', (base, patch) => {
    const from: Experiment = { ...defaultExperiment, ...base };
    expect(changeBetween(from, { ...from, ...patch })).toBe('live');
  });

  test('starts over for a setting that only one of the two experiments uses', () => {
    const convolutional: Experiment = { ...defaultExperiment, architecture: 'convolutional', hidden: [8] };
    expect(changeBetween(defaultExperiment, convolutional)).toBe('rebuild');
    expect(changeBetween(convolutional, defaultExperiment)).toBe('rebuild');
  });

  test('starts over when a layer is added or removed', () => {
    expect(kindOf({ hidden: [256, 64, 32] })).toBe('rebuild');
    expect(kindOf({ hidden: [256] })).toBe('rebuild');
  });

  test('is the strongest of several', () => {
    expect(kindOf({ learningRate: 0.01, codeSize: 8 })).toBe('surgical');
    expect(kindOf({ learningRate: 0.01, codeSize: 8, seed: 2 })).toBe('rebuild');
  });
});
