import { describe, expect, test } from 'vitest';
import { defaultExperiment, type ExperimentPatch } from '../core/experiment/experiment';
import { repairExperiment } from '../core/experiment/rules';
import type { DataKind } from '../core/samples/sample-kind';
import { isSuited } from './corruptions/corruption';
import { corruptions } from './corruptions/registry';
import { settingsFor } from './data-settings';

const experiment = (patch: ExperimentPatch) => ({ ...defaultExperiment, ...patch });

describe('data of another kind', () => {
  test('signals get a linear output, and keep MAE', () => {
    expect(settingsFor(experiment({ loss: 'mae' }), 'image', 'signal')).toEqual({
      outputActivation: 'linear',
    });
  });

  test('cross-entropy gives way to MSE, so that the output can be linear', () => {
    const patch = settingsFor(experiment({ loss: 'bce' }), 'image', 'sound');
    const after = { ...experiment({ loss: 'bce' }), ...patch };
    expect(after).toMatchObject({ loss: 'mse', outputActivation: 'linear' });
    expect(repairExperiment(after).reasons).toEqual([]);
  });

  test('images get the sigmoid back', () => {
    expect(settingsFor(experiment({ outputActivation: 'linear' }), 'signal', 'image')).toEqual({
      outputActivation: 'sigmoid',
    });
  });

  test('noise that is made for other data gives way to Gaussian noise', () => {
    expect(settingsFor(experiment({ noise: 'hum' }), 'sound', 'signal')).toEqual({ noise: 'gaussian' });
    expect(settingsFor(experiment({ noise: 'saltPepper' }), 'image', 'signal').noise).toBe('gaussian');
    expect(settingsFor(experiment({ noise: 'block' }), 'image', 'signal').noise).toBeUndefined();
  });
});

test('data of the same kind change nothing', () => {
  const chosen = experiment({ outputActivation: 'linear', noise: 'masking', loss: 'bce' });
  expect(settingsFor(chosen, 'image', 'image')).toEqual({});
  expect(settingsFor(chosen, 'signal', 'signal')).toEqual({});
});

test('each kind of data is offered its noises', () => {
  const offered = (kind: DataKind) =>
    Object.entries(corruptions).flatMap(([id, corruption]) => (isSuited(corruption, kind) ? [id] : []));
  const holes = ['masking', 'block', 'side', 'holes'];
  expect(offered('image')).toEqual(['none', 'gaussian', 'saltPepper', ...holes]);
  expect(offered('signal')).toEqual(['none', 'gaussian', ...holes, 'impulses']);
  expect(offered('sound')).toEqual([...offered('signal'), 'pink', 'hum', 'clicks']);
  expect(offered('spectrum')).toEqual([...offered('image'), 'spectral']);
});
