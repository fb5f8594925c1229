// Known facts about MNIST: the published error of PCA, the accuracy of neighbours and a linear probe, and nearest images.
import { allOf } from '../core/experiment/trained-on';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PcaModel } from '../core/analysis-api';
import { corrupt, testNoiseStep } from '../catalog/corrupt';
import { linearDenoising, pcaCodes, pcaReconstruction } from '../core/pca/pca';
import { meanSquaredError } from '../core/pca/squared-error';
import { openDataset, type DatasetHandle } from '../data/sources/load-dataset';
import { servedSource } from '../data/sources/served/served-source';
import { Analysis } from './analysis';
import { truncatedComponents, truncatedRank } from './pca/truncated/truncated-pca';

const baseUrl = new URL('/', location.href).href;
const [trainCount, testCount] = [3000, 500];

describe('on MNIST', () => {
  const analysis = new Analysis();
  let model: PcaModel;
  let digits: DatasetHandle;
  const shares: number[] = [];
  const pixels = (part: 'train' | 'test', count: number) =>
    Float32Array.from(digits[part].values.subarray(0, count * 784), (byte) => byte / 255);

  beforeAll(async () => {
    await analysis.open({ baseUrl, lifeLock: 'test-analysis' });
    model = await analysis.pca(allOf('mnist'), ({ share }) => shares.push(share));
    digits = await openDataset(servedSource(baseUrl, 'mnist'), {
      onProgress: () => undefined,
      onFailure: () => undefined,
    });
    await Promise.all([digits.whenTrainReady(digits.train.count), digits.whenTestReady()]);
  });

  test('30 components leave 13.87 of squared error per test image (Hinton & Salakhutdinov 2006)', () => {
    expect(model.trainCount).toBe(60_000);
    expect(Math.abs((model.testMse[30] ?? 0) * 784 - 13.87)).toBeLessThan(0.02);
  });

  test('the first 64 components by truncated PCA agree with the full one within 1e-3', async () => {
    const { train, test: held } = digits;
    const truncated = await truncatedComponents(allOf('mnist'), { train, test: held }, () => undefined);
    expect(truncated.deviations).toHaveLength(truncatedRank);
    const relative = (a: Float32Array, b: Float32Array, k: number) =>
      Math.abs((a[k] ?? NaN) / (b[k] ?? NaN) - 1);
    for (let k = 0; k <= 64; k++) {
      if (k < 64) expect(relative(truncated.deviations, model.deviations, k)).toBeLessThan(1e-3);
      expect(relative(truncated.trainMse, model.trainMse, k)).toBeLessThan(1e-3);
      expect(relative(truncated.testMse, model.testMse, k)).toBeLessThan(1e-3);
    }
    // The subspaces are the same, too: what one rebuilds, the other does.
    const images = pixels('test', 200);
    const [one, other] = [truncated, model].map((of) => pcaReconstruction(of, images, 64));
    expect(meanSquaredError(one ?? images, other ?? images)).toBeLessThan(1e-3 * (model.testMse[64] ?? 0));
  });

  test('the stated error equals the error of actual reconstructions', () => {
    const images = pixels('test', 10_000);
    const made = pcaReconstruction(model, images, 16);
    expect(meanSquaredError(made, images)).toBeCloseTo(model.testMse[16] ?? 0, 5);
    expect(pcaCodes(model, images.subarray(784, 2 * 784), 2)).toEqual(model.testPoints.slice(2, 4));
  });

  test('progress never goes backwards, and a second question gets the same model', async () => {
    expect(shares.length).toBeGreaterThan(100);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(await analysis.pca(allOf('mnist'), () => undefined)).toBe(model);
  });

  test('the next visit reads the same model from the browser', async () => {
    const later = new Analysis();
    await later.open({ baseUrl, lifeLock: 'test-analysis-later' });
    const told: string[] = [];
    expect(await later.pca(allOf('mnist'), ({ message }) => told.push(message.code))).toEqual(model);
    expect(told).toEqual([]);
  });

  test('a training image is nearest to itself, and to others of its class', async () => {
    const nearest = await analysis.nearestTraining(allOf('mnist'), pixels('train', 2), 3);
    expect([nearest.indices[0], nearest.indices[3]]).toEqual([0, 1]);
    expect(nearest.mse[0]).toBe(0);
    expect(nearest.images.slice(0, 784)).toEqual(pixels('train', 1));
    expect(Array.from(nearest.labels)).toEqual([5, 5, 5, 0, 0, 0]);
    expect(nearest.mse[1]).toBeLessThanOrEqual(nearest.mse[2] ?? 0);
  });

  test('under Gaussian noise PCA lets noise through with more components, the linear denoiser does not', async () => {
    const noise = { noise: 'gaussian', noiseLevel: 0.5, seed: 1 };
    const reference = await analysis.noisyReference(
      { ...allOf('mnist'), ...noise },
      'noise-of-run',
      () => undefined,
    );
    const { pcaTestMse = new Float32Array(), denoiser } = reference ?? {};
    const clean = pixels('test', 10_000);
    const all = Uint32Array.from({ length: 10_000 }, (_, index) => index);
    const noisy = corrupt(clean, [28, 28, 1], all, noise, testNoiseStep);
    const inputMse = meanSquaredError(noisy, clean);
    // All components return the input; and some size below is better than it.
    expect(pcaTestMse[784]).toBeCloseTo(inputMse, 5);
    expect(Math.min(...pcaTestMse)).toBeLessThan((pcaTestMse[784] ?? 0) / 2);
    expect(meanSquaredError(pcaReconstruction(model, noisy, 16), clean)).toBeCloseTo(
      pcaTestMse[16] ?? NaN,
      5,
    );
    for (let k = 1; k <= 784; k++) {
      expect(denoiser?.testMse[k]).toBeLessThan(pcaTestMse[k] ?? NaN);
    }
    const made = denoiser ? linearDenoising(denoiser, noisy, 16) : new Float32Array();
    expect(meanSquaredError(made, clean)).toBeCloseTo(denoiser?.testMse[16] ?? NaN, 5);
    // The same noise is not computed again, whoever asks.
    const told: string[] = [];
    const again = await analysis.noisyReference(
      { ...allOf('mnist'), ...noise },
      'noise-of-sweeps',
      ({ message }) => told.push(message.code),
    );
    expect(again).toBe(reference);
    expect(told).toEqual([]);
  });

  test('five neighbours classify nine of ten digits from pixels, and no fewer from PCA at 16', async () => {
    const quality = await analysis.quality(
      {
        trainedOn: allOf('mnist'),
        codeSize: 16,
        trainCodes: pcaCodes(model, pixels('train', trainCount), 16),
        trainLabels: digits.train.labels.slice(0, trainCount),
        testIndices: Uint32Array.from({ length: testCount }, (_, index) => index),
        testCodes: pcaCodes(model, pixels('test', testCount), 16),
        testLabels: digits.test.labels.slice(0, testCount),
        map: model.testPoints.slice(0, testCount * 2),
        seed: 1,
      },
      () => undefined,
    );
    // 0.91 to 0.94 with 3,000 training images (LeCun et al. 1998: 0.97 with all 60,000).
    expect(quality?.pixels?.knn).toBeGreaterThan(0.88);
    expect(quality?.pixels?.knn).toBeLessThan(0.96);
    expect(quality?.pixels?.probe).toBeGreaterThan(0.8);
    expect(quality?.pixels?.probe).toBeLessThan(0.93);
    // The code in the request is PCA's own.
    expect(quality?.code).toEqual(quality?.pca);
    expect(quality?.trustworthiness.code).toBe(quality?.trustworthiness.pca);
    expect(quality?.trustworthiness.code).toBeGreaterThan(0.6);
    expect(quality?.trustworthiness.code).toBeLessThan(0.85);
  });
});
