import { expect, test } from 'vitest';
import {
  defaultExperiment,
  defaultsOn,
  type Experiment,
  type ExperimentPatch,
} from '../core/experiment/experiment';
import { repairExperiment, withPatch } from '../core/experiment/rules';
import type { DataKind } from '../core/samples/sample-kind';
import { familyPatch, type FamilyId } from './families/registry';
import { isSuited } from './corruptions/corruption';
import { noisePatch } from './corruptions/noise-level';
import { corruptions } from './corruptions/registry';
import { datasetPatch } from './suits-data';

const own = 'own:0123456789abcdef';
const choose = (patch: ExperimentPatch, from: Experiment = defaultExperiment) => withPatch(from, patch);
const heartbeats = (from: Experiment) => choose(datasetPatch('heartbeats', 'signal', from), from);
const digits = (from: Experiment) => choose(datasetPatch('mnist', 'image', from), from);
const family = (id: FamilyId, from: Experiment) => choose(familyPatch(id, from), from);

test('signals get a linear output and the squared error, images a sigmoid', () => {
  const crossEntropy = choose({ loss: 'bce' });
  expect(heartbeats(crossEntropy)).toMatchObject({ outputActivation: 'linear', loss: 'mse' });
  expect(digits(heartbeats(defaultExperiment))).toEqual(defaultExperiment);
});

test('a loss that suits both stays', () => {
  expect(heartbeats(choose({ loss: 'mae' })).loss).toBe('mae');
  expect(digits(heartbeats(choose({ loss: 'mae' }))).loss).toBe('mae');
});

test('spectra get a linear output too, and leave it behind', () => {
  const spectra = (from: Experiment) => choose(datasetPatch('piano-spectrum', 'spectrum', from), from);
  const chosen = spectra(choose({ loss: 'bce' }));
  expect(chosen).toMatchObject({ outputActivation: 'linear', loss: 'mse' });
  expect(defaultsOn('piano-spectrum').outputActivation).toBe('linear');
  expect(digits(spectra(defaultExperiment))).toEqual(defaultExperiment);
  expect(digits(spectra(heartbeats(defaultExperiment)))).toEqual(defaultExperiment);
});

test('data of the same kind changes nothing else', () => {
  const chosen = choose({ loss: 'bce', noise: 'saltPepper' });
  expect(datasetPatch('quickdraw', 'image', chosen)).toEqual({ dataset: 'quickdraw' });
  expect(datasetPatch('mnist1d', 'signal', heartbeats(chosen))).toEqual({ dataset: 'mnist1d' });
});

test("a person's own signals are signals, and are left again for images", () => {
  const ownSignals = choose(datasetPatch(own, 'signal', defaultExperiment));
  expect(ownSignals).toMatchObject({ dataset: own, outputActivation: 'linear' });
  expect(datasetPatch('heartbeats', 'signal', ownSignals)).toEqual({ dataset: 'heartbeats' });
  expect(digits(ownSignals)).toEqual(defaultExperiment);
});

test('noise becomes one like it that makes sense, or none', () => {
  expect(heartbeats(choose({ noise: 'saltPepper' })).noise).toBe('impulses');
  expect(heartbeats(choose({ noise: 'gaussian' })).noise).toBe('gaussian');
  expect(digits(heartbeats(choose({ noise: 'saltPepper' }))).noise).toBe('saltPepper');
  expect(digits(choose({ noise: 'hum' }, heartbeats(defaultExperiment))).noise).toBe('none');
});

test('Gaussian noise is weaker on signals, whichever is chosen first, unless the person set a level', () => {
  const after = heartbeats(family('denoising', defaultExperiment));
  expect(after).toMatchObject({ noise: 'gaussian', noiseLevel: 0.1 });
  expect(family('denoising', heartbeats(defaultExperiment))).toEqual(after);
  expect(
    choose(noisePatch('gaussian', heartbeats(defaultExperiment)), heartbeats(defaultExperiment)),
  ).toEqual({
    ...heartbeats(defaultExperiment),
    noise: 'gaussian',
    noiseLevel: 0.1,
  });
  expect(digits(after)).toEqual(family('denoising', defaultExperiment));
  expect(family('undercomplete', after)).toEqual(heartbeats(defaultExperiment));
  expect(noisePatch('masking', after).noiseLevel).toBe(0.5);
  const own = choose({ noiseLevel: 0.3 });
  expect(heartbeats(family('denoising', own)).noiseLevel).toBe(0.3);
  expect(family('denoising', heartbeats(own)).noiseLevel).toBe(0.3);
});

test('a variational network on signals has the squared error and a small beta, whichever is chosen first', () => {
  const expected = { codeKind: 'gaussian', loss: 'mse', outputActivation: 'linear' };
  const after = heartbeats(family('variational', defaultExperiment));
  expect(after).toMatchObject(expected);
  expect(after.beta).toBeLessThan(0.1);
  expect(family('variational', heartbeats(defaultExperiment))).toEqual(after);
  expect(digits(after)).toEqual(family('variational', defaultExperiment));
  expect(repairExperiment(after).reasons).toEqual([]);
});

test('a beta that the person set stays', () => {
  const chosen = choose({ beta: 4 }, family('variational', defaultExperiment));
  expect(heartbeats(chosen).beta).toBe(4);
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
