import { describe, expect, it } from 'vitest';
import { fitGaussian, standardDraws } from '../latent/fitted-gaussian';
import { pcaCodes, pcaCodeSize, pcaReconstruction, pcaTestMse } from './pca';
import { pcaSamples, varianceKept } from './pca-samples';

/** Two components of three pixels, turned against the axes. */
const root = Math.SQRT1_2;
const model = {
  mean: Float32Array.of(0.5, 0.25, 0.75),
  components: Float32Array.of(root, root, 0, root, -root, 0, 0, 0, 1),
  deviations: Float32Array.of(0.3, 0.1, 0),
  trainMse: Float32Array.of(0.1 / 3, 0.01 / 3, 0, 0),
};

describe('samples of PCA', () => {
  it('have the scores of the fitted Gaussian: mean 0, the deviations of the training images, uncorrelated', () => {
    const images = pcaSamples(model, standardDraws(4000, 2, 1), 2);
    const { mean, factor, deviations } = fitGaussian(pcaCodes(model, images, 2), 2);
    expect(mean[0]).toBeCloseTo(0, 1);
    expect(mean[1]).toBeCloseTo(0, 1);
    expect((deviations[0] ?? 0) / 0.3).toBeCloseTo(1, 1);
    expect((deviations[1] ?? 0) / 0.1).toBeCloseTo(1, 1);
    // L21 of the Cholesky factor, as a correlation.
    expect((factor?.[2] ?? 1) / 0.1).toBeCloseTo(0, 1);
  });

  it('are the mean image where every draw is 0, and one deviation along a component for a draw of 1', () => {
    expect([...pcaSamples(model, Float32Array.of(0, 0), 2)]).toEqual([...model.mean]);
    const [first, second, third] = pcaSamples(model, Float32Array.of(1, 0), 2);
    expect(first).toBeCloseTo(0.5 + 0.3 * root, 6);
    expect(second).toBeCloseTo(0.25 + 0.3 * root, 6);
    expect(third).toBe(0.75);
  });

  it('use each row of its own draws where a code is longer than there are components', () => {
    const draws = Float32Array.of(0, 0, 0, 9, 1, 0, 0, 9);
    const images = pcaSamples(model, draws, 4);
    expect([...images.subarray(0, 3)]).toEqual([...model.mean]);
    expect(images[3]).toBeCloseTo(0.5 + 0.3 * root, 6);
  });
});

it('the variance kept is what the error of the mean image loses', () => {
  expect(varianceKept(model, 0)).toBe(0);
  expect(varianceKept(model, 1)).toBeCloseTo(0.9, 6);
  expect(varianceKept(model, 9)).toBe(1);
});

it('a truncated model is used with the components it has, and what they leave is not forgotten', () => {
  const truncated = {
    ...model,
    components: model.components.slice(0, 3),
    deviations: model.deviations.slice(0, 1),
    trainMse: model.trainMse.slice(0, 2),
    testMse: Float32Array.of(0.05, 0.02),
  };
  expect([1, 2, 3].map((size) => pcaCodeSize(truncated, size))).toEqual([1, 1, 1]);
  expect(varianceKept(truncated, 3)).toBeCloseTo(0.9, 6);
  expect(pcaTestMse(truncated, 3)).toBeCloseTo(0.02, 6);
  expect(pcaTestMse(null, 3)).toBeNull();
  const image = Float32Array.of(1, 0, 1);
  expect(pcaReconstruction(truncated, image, 3)).toEqual(pcaReconstruction(model, image, 1));
});
