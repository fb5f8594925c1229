import { expect, it } from 'vitest';
import { networkPlan } from '../../catalog/architectures/registry';
import { defaultExperiment, type ExperimentPatch } from '../../core/experiment/experiment';
import { weightNames } from './weight-names';

const named = (patch: ExperimentPatch, shape: readonly number[]) =>
  weightNames(networkPlan({ ...defaultExperiment, ...patch }, shape)).map(
    ({ key, shape: extents }) => `${key} ${extents.join('x')}`,
  );

it('names dense layers by their place in the encoder and the decoder', () => {
  expect(named({ hidden: [12], codeSize: 3 }, [4, 4, 1])).toEqual([
    ...['encoder/0/kernel 16x12', 'encoder/0/bias 12', 'encoder/1/kernel 12x3', 'encoder/1/bias 3'],
    ...['decoder/0/kernel 3x12', 'decoder/0/bias 12', 'decoder/1/kernel 12x16', 'decoder/1/bias 16'],
  ]);
});

it('tells the mean of a Gaussian code from its log-variance', () => {
  const keys = named({ codeKind: 'gaussian', hidden: [12, 6], codeSize: 3 }, [16]);
  expect(keys.slice(4, 9)).toEqual([
    ...['encoder/2/zMean/kernel 6x3', 'encoder/2/zMean/bias 3'],
    ...['encoder/2/zLogVar/kernel 6x3', 'encoder/2/zLogVar/bias 3'],
    'decoder/0/kernel 3x6',
  ]);
});

it("gives convolutions the shapes of Keras' kernels, and the layer before a grid a bias for each of its numbers", () => {
  const experiment = { architecture: 'convolutional', convLayers: 2, filters: 4, codeSize: 3 } as const;
  expect(named(experiment, [9, 9, 1])).toEqual([
    ...['encoder/0/kernel 3x3x1x4', 'encoder/0/bias 4', 'encoder/1/kernel 3x3x4x8', 'encoder/1/bias 8'],
    ...['encoder/2/kernel 72x3', 'encoder/2/bias 3', 'decoder/0/kernel 3x72', 'decoder/0/bias 72'],
    ...['decoder/1/kernel 3x3x4x8', 'decoder/1/bias 4', 'decoder/2/kernel 3x3x1x4', 'decoder/2/bias 1'],
  ]);
});
