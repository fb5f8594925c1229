import { allOf } from '../../core/experiment/trained-on';
import { describe, expect, it } from 'vitest';
import { corrupt, type Noise } from '../../catalog/corrupt';
import { momentsOf, noiseMoments } from '../../catalog/corruptions/moments/noise-moments';
import type { NoisyReference } from '../../core/analysis-api';
import { linearDenoising, pcaReconstruction } from '../../core/pca/pca';
import { meanSquaredError } from '../../core/pca/squared-error';
import { pcg4d, standardNormal, words } from '../../core/random';
import { sampleSize, type Samples } from '../../core/samples/samples';
import { principalComponents } from '../pca/pca';
import { fitDenoiser } from './linear-denoiser';
import { noisyReference } from './noisy-reference';

const quiet = () => undefined;
const never = () => false;

function normal(row: number, column: number): number {
  pcg4d(5, 1, row, column);
  return standardNormal(words[0] ?? 0, words[1] ?? 0);
}

const samplesOf = (values: Samples['values'], shape: number[]): Samples => {
  const count = values.length / sampleSize(shape);
  return { values, shape, count, labels: new Uint16Array(count), classNames: ['one'] };
};

async function referenceFor(
  train: Samples,
  test: Samples,
  noise: Noise,
  picked: Uint32Array | null = null,
): Promise<NoisyReference> {
  const pca = await principalComponents(allOf('mnist'), { train, picked, test }, quiet);
  const inputs = { ...allOf('mnist'), ...noise };
  const reference = await noisyReference(inputs, { train, picked, test, pca }, quiet, never);
  if (!reference) throw new Error('Nobody cancelled it.');
  return reference;
}

describe('the best linear denoiser', () => {
  // Gaussian data of known variance along each axis, Gaussian noise of variance .25: the Wiener filter is known.
  const variances = [4, 1, 0.25, 0];
  const size = variances.length;
  const noiseVariance = 0.25;
  const diagonal = (values: readonly number[]) =>
    Float64Array.from({ length: size * size }, (_, at) =>
      at % (size + 1) === 0 ? (values[at % size] ?? 0) : 0,
    );
  const wiener = {
    cleanMean: Float64Array.of(1, 2, 3, 4),
    noisyMean: Float64Array.of(1, 2, 3, 4),
    variance: variances.reduce((sum, s) => sum + s, 0),
    noisy: diagonal(variances.map((s) => s + noiseVariance)),
    cross: diagonal(variances),
  };

  it('shrinks every component of Gaussian data by s / (s + σ²): the Wiener filter', async () => {
    const { encoder, decoder, trainMse } = await fitDenoiser(wiener);
    variances.slice(0, 3).forEach((s, unit) => {
      const at = unit * size + unit;
      expect((encoder[at] ?? 0) * (decoder[at] ?? 0)).toBeCloseTo(s / (s + noiseVariance), 5);
    });
    // What is left with k numbers: s σ² / (s + σ²) of each component kept, s of each other.
    for (let k = 0; k <= size; k++) {
      const left = variances.map((s, unit) => (unit < k ? (s * noiseVariance) / (s + noiseVariance) : s));
      expect(trainMse[k]).toBeCloseTo(left.reduce((sum, each) => sum + each, 0) / size, 5);
    }
  });

  it('finds that filter from images and their noise', async () => {
    const [count, level] = [4000, 0.03];
    const deviations = [0.06, 0.03, 0.015];
    const draw = (from: number) =>
      samplesOf(
        Float32Array.from(
          { length: count * deviations.length },
          (_, i) => 0.5 + (deviations[i % 3] ?? 0) * normal(from + Math.floor(i / 3), i % 3),
        ),
        [3, 1],
      );
    const { denoiser, pcaTestMse } = await referenceFor(draw(0), draw(50_000), {
      noise: 'gaussian',
      noiseLevel: level,
      seed: 3,
    });
    const left = deviations.map((deviation) => {
      const s = deviation ** 2;
      return (s * level ** 2) / (s + level ** 2);
    });
    const expected = left.reduce((sum, each) => sum + each, 0) / 3;
    expect(Math.abs((denoiser?.testMse[3] ?? NaN) / expected - 1)).toBeLessThan(0.05);
    expect(Math.abs((denoiser?.trainMse[3] ?? NaN) / expected - 1)).toBeLessThan(0.05);
    // PCA with all components returns the noisy input.
    expect(Math.abs((pcaTestMse[3] ?? NaN) / level ** 2 - 1)).toBeLessThan(0.05);
  });

  it('is PCA where there is no noise', async () => {
    const train = inkSet([3, 4, 1], 400, 0);
    const pca = await principalComponents(allOf('mnist'), { train, test: train }, quiet);
    const { denoiser, pcaTestMse } = await referenceFor(train, train, {
      noise: 'none',
      noiseLevel: 0,
      seed: 1,
    });
    pca.testMse.forEach((error, k) => {
      expect(pcaTestMse[k]).toBeCloseTo(error, 6);
      expect(denoiser?.testMse[k]).toBeCloseTo(error, 5);
    });
  });
});

/** Bytes of 12 pixels or points, mostly 0, with shared structure. */
function inkSet(shape: number[], count: number, from: number): Samples {
  const values = new Uint8Array(count * 12);
  for (let row = 0; row < count; row++) {
    const [a, b] = [normal(from + row, 100), normal(from + row, 101)];
    for (let i = 0; i < 12; i++) {
      const ink = 90 * (a * Math.sin(i) + b * Math.cos(2 * i)) + 30 * normal(from + row, i);
      values[row * 12 + i] = Math.max(0, Math.min(255, Math.round(ink)));
    }
  }
  return samplesOf(values, shape);
}

const noises = Object.keys(noiseMoments).filter((id) => id !== 'none');
const stated = [[3, 4, 1], [6, 2]].flatMap((shape) => noises.flatMap((id) => momentsOf(id, shape) ? [[id, shape] as const] : [])); // prettier-ignore
describe.each(stated)('under %s noise in shape %j', (id, shape) => {
  const [train, test] = [inkSet(shape, 1500, 0), inkSet(shape, 700, 10_000)];
  const noise: Noise = { noise: id, noiseLevel: 0.5, seed: 7 };
  const clean = Float32Array.from(test.values, (byte) => byte / 255);
  const all = Uint32Array.from({ length: test.count }, (_, index) => index);
  const noisy = corrupt(clean, test.shape, all, noise, 0xffffffff);

  it('the stated errors equal those of actual reconstructions of the noisy test images', async () => {
    const pca = await principalComponents(allOf('mnist'), { train, test }, quiet);
    const { pcaTestMse, denoiser } = await referenceFor(train, test, noise);
    if (!denoiser) throw new Error(`There is no denoiser for ${id}.`);
    for (const k of [1, 4, 12]) {
      expect(meanSquaredError(pcaReconstruction(pca, noisy, k), clean)).toBeCloseTo(pcaTestMse[k] ?? NaN, 6);
      expect(meanSquaredError(linearDenoising(denoiser, noisy, k), clean)).toBeCloseTo(
        denoiser.testMse[k] ?? NaN,
        6,
      );
    }
  });

  it('the denoiser is never worse than PCA on the training images, at any code size', async () => {
    const pca = await principalComponents(allOf('mnist'), { train, test }, quiet);
    const { denoiser } = await referenceFor(train, test, noise);
    if (!denoiser) throw new Error(`There is no denoiser for ${id}.`);
    const pixels = Float32Array.from(train.values, (byte) => byte / 255);
    const images = Uint32Array.from({ length: train.count }, (_, index) => index);
    const epochs = 20;
    for (const k of [1, 2, 4, 8, 12]) {
      let [ofPca, ofDenoiser] = [0, 0];
      for (let step = 0; step < epochs; step++) {
        const drawn = corrupt(pixels, train.shape, images, noise, step);
        ofPca += meanSquaredError(pcaReconstruction(pca, drawn, k), pixels) / epochs;
        ofDenoiser += meanSquaredError(linearDenoising(denoiser, drawn, k), pixels) / epochs;
      }
      expect(ofDenoiser).toBeLessThan(ofPca);
      // and the error it states is the mean over the noise of training
      expect(Math.abs(ofDenoiser / (denoiser.trainMse[k] ?? NaN) - 1)).toBeLessThan(0.02);
    }
  });
});

it('is fitted to the images that are trained on, as if there were no others', async () => {
  const size = 4;
  const image = (index: number) => Array.from({ length: size }, (_, i) => 0.5 + 0.1 * normal(index, i));
  const all = Array.from({ length: 200 }, (_, index) => image(index));
  const picked = Uint32Array.from({ length: 200 }, (_, i) => i).filter((i) => i % 3 === 0);
  const alone = samplesOf(Float32Array.from([...picked].flatMap((i) => all[i] ?? [])), [size, 1]);
  const train = samplesOf(Float32Array.from(all.flat()), [size, 1]);
  for (const noise of ['gaussian', 'masking']) {
    const given = { noise, noiseLevel: 0.3, seed: 1 };
    const ofPart = await referenceFor(train, alone, given, picked);
    const ofAlone = await referenceFor(alone, alone, given);
    const ofAll = await referenceFor(train, alone, given);
    ofPart.denoiser?.trainMse.forEach((mse, k) => {
      expect(mse).toBeCloseTo(ofAlone.denoiser?.trainMse[k] ?? NaN, 6);
    });
    expect(ofPart.denoiser?.trainMse).not.toEqual(ofAll.denoiser?.trainMse);
  }
});
