import { describe, expect, test } from 'vitest';
import { corrupt, testNoiseStep } from '../../catalog/corrupt';
import type { NoisyInputs } from '../../core/analysis-api';
import { allOf } from '../../core/experiment/trained-on';
import { pcaReconstruction } from '../../core/pca/pca';
import { meanSquaredError } from '../../core/pca/squared-error';
import { uniform } from '../../core/random';
import { sampleSize, type Samples } from '../../core/samples/samples';
import { principalComponents } from '../pca/pca';
import { truncatedComponents } from '../pca/truncated/truncated-pca';
import { noisyReference } from './noisy-reference';
import { pcaErrorsUnderNoise } from './projected-noise';

/** Smooth random pictures: each value is near its neighbours'. */
function pictures(count: number, shape: number[], seed: number): Samples {
  const size = sampleSize(shape);
  const values = Uint8Array.from({ length: count * size }, (_, at) => {
    const [sample, place] = [Math.floor(at / size), at % size];
    const wave = (k: number) => uniform(seed, 5, sample, k) * Math.sin((place * (k + 1)) / 9 + k);
    return 128 + 30 * (wave(0) + wave(1) + wave(2)) + 10 * uniform(seed, 6, sample, place);
  });
  return { values, shape, count, labels: new Uint16Array(count), classNames: [] };
}

const quiet = () => undefined;
const never = () => false;
const noise: NoisyInputs = { ...allOf('patches'), noise: 'gaussian', noiseLevel: 0.3, seed: 4 };

describe('PCA of noisy long samples', () => {
  test('has the errors that the moments of all pairs give', async () => {
    const [train, held] = [pictures(300, [8, 6, 3], 1), pictures(90, [8, 6, 3], 2)];
    const pca = await principalComponents(allOf('patches'), { train, test: held }, quiet);
    const exact = await noisyReference(noise, { train, picked: null, test: held, pca }, quiet, never);
    expect(exact?.noDenoiser).toBeNull();
    const projected = await pcaErrorsUnderNoise(held, noise, pca, quiet, never);
    expect(projected).toHaveLength(145);
    projected?.forEach((error, k) => expect(error / (exact?.pcaTestMse[k] ?? NaN)).toBeCloseTo(1, 4));
  });

  test('has the errors of actual reconstructions, and says that there is no denoiser', async () => {
    const shape = [20, 18, 3];
    const [train, held] = [pictures(300, shape, 1), pictures(40, shape, 2)];
    const pca = await truncatedComponents(allOf('patches'), { train, test: held }, quiet);
    const reference = await noisyReference(noise, { train, picked: null, test: held, pca }, quiet, never);
    expect(reference).toMatchObject({ inputs: noise, denoiser: null, noDenoiser: 'long-samples' });
    expect(reference?.pcaTestMse).toHaveLength(129);
    const clean = Float32Array.from(held.values, (byte) => byte / 255);
    const all = Uint32Array.from({ length: 40 }, (_, index) => index);
    const noisy = corrupt(clean, shape, all, noise, testNoiseStep);
    for (const k of [1, 4, 128]) {
      const error = meanSquaredError(pcaReconstruction(pca, noisy, k), clean);
      expect((reference?.pcaTestMse[k] ?? NaN) / error).toBeCloseTo(1, 3);
    }
  });

  test('stops when it is cancelled', async () => {
    const samples = pictures(600, [20, 18, 3], 1);
    const pca = await truncatedComponents(allOf('patches'), { train: samples, test: samples }, quiet);
    const shares: number[] = [];
    const stop = () => shares.length > 0;
    expect(await pcaErrorsUnderNoise(samples, noise, pca, (share) => shares.push(share), stop)).toBeNull();
    expect(shares).toHaveLength(1);
  });
});
