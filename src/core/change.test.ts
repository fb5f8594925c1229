import { describe, expect, test } from 'vitest';
import { changeBetween, changeKinds } from './change';
import { defaultExperiment, settings, type ExperimentPatch } from './experiment';

const kindOf = (patch: ExperimentPatch) =>
  changeBetween(defaultExperiment, { ...defaultExperiment, ...patch });

test('every setting has a kind of change, and nothing else has', () => {
  expect(Object.keys(changeKinds).sort()).toEqual([...settings].sort());
});

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
  ])('takes effect at the next step for %o', (patch) => {
    expect(kindOf(patch)).toBe('live');
  });

  test.each<ExperimentPatch>([{ codeSize: 8 }, { hidden: [256, 32] }])(
    'keeps what was learned for %o',
    (patch) => {
      expect(kindOf(patch)).toBe('surgical');
    },
  );

  test.each<ExperimentPatch>([{ dataset: 'quickdraw' }, { seed: 2 }, { activation: 'tanh' }])(
    'starts over for %o',
    (patch) => {
      expect(kindOf(patch)).toBe('rebuild');
    },
  );

  test('starts over when a layer is added or removed', () => {
    expect(kindOf({ hidden: [256, 64, 32] })).toBe('rebuild');
    expect(kindOf({ hidden: [256] })).toBe('rebuild');
  });

  test('is the strongest of several', () => {
    expect(kindOf({ learningRate: 0.01, codeSize: 8 })).toBe('surgical');
    expect(kindOf({ learningRate: 0.01, codeSize: 8, seed: 2 })).toBe('rebuild');
  });
});
