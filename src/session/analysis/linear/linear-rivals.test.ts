import { allOf } from '../../../core/experiment/trained-on';
import { describe, expect, it } from 'vitest';
import type { NoisyReference } from '../../../core/analysis-api';
import { defaultExperiment, type Experiment } from '../../../core/experiment/experiment';
import { linearRivals, narrowestWidth } from './linear-rivals';

const shape = [28, 28, 1];
const falling = (from: number) => Float32Array.from({ length: 785 }, (_, k) => from - k / 10_000);
const model = { trainedOn: allOf('mnist'), mean: new Float32Array(784), testMse: falling(0.1) } as const;
const noisy: Experiment = { ...defaultExperiment, noise: 'gaussian', noiseLevel: 0.5 };
const reference: NoisyReference = {
  inputs: { ...allOf('mnist'), noise: 'gaussian', noiseLevel: 0.5, seed: 1 },
  pcaTestMse: falling(0.3),
  denoiser: { testMse: falling(0.2) } as NonNullable<NoisyReference['denoiser']>,
  noDenoiser: null,
};

describe('the linear methods beside a network', () => {
  it('are those fitted to the samples that it trains on', () => {
    const onOnes = { ...defaultExperiment, classes: [1] };
    expect(linearRivals(onOnes, shape, model, null).pcaMse).toBeNull();
    const ofOnes = { ...model, trainedOn: { ...allOf('mnist'), classes: [1] } };
    expect(linearRivals(onOnes, shape, ofOnes, null).pcaMse).toBe(model.testMse[16]);
    expect(linearRivals({ ...noisy, classes: [1] }, shape, ofOnes, reference).pcaMse).toBeNull();
    const validated = { ...defaultExperiment, validationShare: 0.1 };
    expect(linearRivals(validated, shape, model, null).pcaMse).toBeNull();
  });

  it('get clean images where the network does', () => {
    expect(linearRivals(defaultExperiment, shape, model, reference)).toEqual({
      size: 16,
      isBelowCode: false,
      isTruncated: false,
      isNoisy: false,
      pcaMse: model.testMse[16],
      denoiserMse: null,
      noDenoiser: null,
    });
  });

  it('get the noisy images where the network does', () => {
    expect(linearRivals(noisy, shape, model, reference)).toMatchObject({
      isNoisy: true,
      pcaMse: reference.pcaTestMse[16],
      denoiserMse: reference.denoiser?.testMse[16],
    });
  });

  it('are unknown rather than of another noise or another data set', () => {
    for (const patch of [{ noiseLevel: 0.4 }, { seed: 2 }, { noise: 'masking' }] as const) {
      expect(linearRivals({ ...noisy, ...patch }, shape, model, reference)).toMatchObject({
        pcaMse: null,
        denoiserMse: null,
      });
    }
    expect(
      linearRivals({ ...defaultExperiment, dataset: 'quickdraw' }, shape, model, null).pcaMse,
    ).toBeNull();
  });

  it('have no more numbers than PCA of long samples has components, and say so', () => {
    const sparse: Experiment = { ...defaultExperiment, sparsity: 'l1', hidden: [512], codeSize: 300 };
    const long = [64, 64, 3];
    const first = {
      trainedOn: allOf('mnist'),
      mean: new Float32Array(12_288),
      testMse: falling(1).slice(0, 129),
    };
    expect(linearRivals(sparse, long, first, null)).toMatchObject({
      size: 128,
      isBelowCode: true,
      isTruncated: true,
      pcaMse: first.testMse[128],
    });
    expect(linearRivals({ ...sparse, codeSize: 100 }, long, first, null)).toMatchObject({
      size: 100,
      isTruncated: false,
    });
    const noDenoiser = { ...reference, denoiser: null, noDenoiser: 'long-samples' as const };
    expect(linearRivals(noisy, long, first, noDenoiser)).toMatchObject({
      denoiserMse: null,
      noDenoiser: 'long-samples',
    });
  });

  it('have no more numbers than the narrowest layer', () => {
    const narrow: Experiment = { ...defaultExperiment, hidden: [256, 8], codeSize: 128 };
    expect(linearRivals(narrow, shape, model, null)).toMatchObject({
      size: 8,
      isBelowCode: true,
      pcaMse: model.testMse[8],
    });
  });
});

it('feature maps can be narrower than the code', () => {
  // 28 x 28 in three halvings: 4 x 4 positions with 4 times the first number of feature maps.
  const convolutional = { ...defaultExperiment, architecture: 'convolutional', convLayers: 3 } as const;
  expect(narrowestWidth({ ...convolutional, filters: 4, codeSize: 300 }, shape)).toBe(256);
  expect(narrowestWidth({ ...convolutional, filters: 4, codeSize: 16 }, shape)).toBe(16);
});
