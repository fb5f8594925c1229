// The facts of the real MNIST: the published error of PCA, what neighbours and a linear probe tell, who is nearest to whom.
import { beforeAll, describe, expect, test } from 'vitest';
import type { PcaModel } from '../core/analysis-api';
import { pcaCodes, pcaReconstruction } from '../core/pca';
import { meanSquaredError } from '../core/squared-error';
import { openDataset, type DatasetHandle } from '../data/load-dataset';
import { Analysis } from './analysis';

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
    analysis.open(baseUrl);
    model = await analysis.pca('mnist', ({ share }) => shares.push(share));
    digits = await openDataset(baseUrl, 'mnist', { onProgress: () => undefined, onFailure: () => undefined });
    await Promise.all([digits.whenTrainReady(digits.train.count), digits.whenTestReady()]);
  });

  test('30 components leave 13.87 of squared error per test image (Hinton & Salakhutdinov 2006)', () => {
    expect(model.trainCount).toBe(60_000);
    expect(Math.abs((model.testMse[30] ?? 0) * 784 - 13.87)).toBeLessThan(0.02);
  });

  test('the error that is told is the error that reconstructing makes', () => {
    const images = pixels('test', 10_000);
    const made = pcaReconstruction(model, images, 16);
    expect(meanSquaredError(made, images)).toBeCloseTo(model.testMse[16] ?? 0, 5);
    expect(pcaCodes(model, images.subarray(784, 2 * 784), 2)).toEqual(model.testPoints.slice(2, 4));
  });

  test('progress was told, never backwards, and the second answer is the first', async () => {
    expect(shares.length).toBeGreaterThan(100);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(await analysis.pca('mnist', () => undefined)).toBe(model);
  });

  test('a visit later it comes from the browser, the same', async () => {
    const later = new Analysis();
    later.open(baseUrl);
    const told: string[] = [];
    expect(await later.pca('mnist', ({ message }) => told.push(message))).toEqual(model);
    expect(told).toEqual([]);
  });

  test('a training image is nearest to itself, and to others of its class', async () => {
    const nearest = await analysis.nearestTraining('mnist', pixels('train', 2), 3);
    expect([nearest.indices[0], nearest.indices[3]]).toEqual([0, 1]);
    expect(nearest.mse[0]).toBe(0);
    expect(nearest.images.slice(0, 784)).toEqual(pixels('train', 1));
    expect(Array.from(nearest.labels)).toEqual([5, 5, 5, 0, 0, 0]);
    expect(nearest.mse[1]).toBeLessThanOrEqual(nearest.mse[2] ?? 0);
  });

  test('five neighbours tell nine of ten digits from pixels, as is known, and PCA at 16 no fewer', async () => {
    const quality = await analysis.quality(
      {
        dataset: 'mnist',
        codeSize: 16,
        trainCodes: pcaCodes(model, pixels('train', trainCount), 16),
        trainLabels: digits.train.labels.slice(0, trainCount),
        testCodes: pcaCodes(model, pixels('test', testCount), 16),
        testLabels: digits.test.labels.slice(0, testCount),
        map: model.testPoints.slice(0, testCount * 2),
        seed: 1,
      },
      () => undefined,
    );
    // 0.91 to 0.94 with 3,000 training images (LeCun et al. 1998: 0.97 with all 60,000).
    expect(quality?.pixels.knn).toBeGreaterThan(0.88);
    expect(quality?.pixels.knn).toBeLessThan(0.96);
    expect(quality?.pixels.probe).toBeGreaterThan(0.8);
    expect(quality?.pixels.probe).toBeLessThan(0.93);
    // The code that was handed in is PCA's own.
    expect(quality?.code).toEqual(quality?.pca);
    expect(quality?.trustworthiness.code).toBe(quality?.trustworthiness.pca);
    expect(quality?.trustworthiness.code).toBeGreaterThan(0.6);
    expect(quality?.trustworthiness.code).toBeLessThan(0.85);
  });
});
