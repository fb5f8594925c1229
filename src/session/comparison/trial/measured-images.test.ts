import { describe, expect, it } from 'vitest';
import { corrupt, testNoiseStep } from '../../../catalog/corrupt';
import { pcaReconstruction } from '../../../core/pca/pca';
import { bothInputs, errorsOfBoth, linearErrors, measuredImages } from './measured-images';

const noise = { noise: 'gaussian', noiseLevel: 0.5, seed: 3 };
/** 120 images of two pixels. */
const clean = Float32Array.from({ length: 240 }, (_, i) => (i % 7) / 7);
const of = { dataset: 'mnist', shape: [1, 2, 1], noise } as const;

describe('the measured images', () => {
  it('have the noise of their places in the test set, in whatever pieces they are made', async () => {
    const { noisy, count, noisyMse } = await measuredImages(of, clean);
    expect(count).toBe(120);
    const indices = Uint32Array.from({ length: 120 }, (_, i) => i);
    expect(noisy).toEqual(corrupt(clean, of.shape, indices, noise, testNoiseStep));
    const sum = noisy.reduce((before, value, i) => before + (value - (clean[i] ?? 0)) ** 2, 0);
    expect(noisyMse).toBeCloseTo(sum / 240, 6);
  });

  it('are measured against the clean images for either input: returning the input costs nothing, or the noise', async () => {
    const images = await measuredImages(of, clean);
    const errors = errorsOfBoth(images, bothInputs(images));
    expect(errors).toEqual({ clean: 0, noisy: images.noisyMse });
    expect(errors.noisy).toBeGreaterThan(0.05);
  });

  it('go through PCA as they are: all components return the input, one of two leaves the other pixel at the mean', async () => {
    const images = await measuredImages(of, clean);
    const model = { mean: Float32Array.of(0.5, 0.5), components: Float32Array.of(1, 0, 0, 1) };
    const whole = await linearErrors(images, (given) => pcaReconstruction(model, given, 2));
    expect(whole.clean).toBeCloseTo(0, 10);
    expect(whole.noisy).toBeCloseTo(images.noisyMse, 6);
    const half = await linearErrors(images, (given) => pcaReconstruction(model, given, 1));
    const sum = (of: (i: number) => number) =>
      clean.reduce((before, _, i) => before + (i % 2 === 0 ? of(i) : ((clean[i] ?? 0) - 0.5) ** 2), 0) / 240;
    expect(half.clean).toBeCloseTo(
      sum(() => 0),
      6,
    );
    expect(half.noisy).toBeCloseTo(
      sum((i) => ((images.noisy[i] ?? 0) - (clean[i] ?? 0)) ** 2),
      6,
    );
  });
});
