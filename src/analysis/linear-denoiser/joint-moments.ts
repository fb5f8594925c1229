// Moments of clean images and their noisy copies together: in closed form over the noise for the training images, from the
// noise that is drawn for the test images.
import { corrupt, testNoiseStep, type Noise } from '../../catalog/corrupt';
import type { NoiseMoments, PixelMoments } from '../../catalog/corruptions/moments/noise-moments';
import { powerOf } from '../../catalog/corruptions/signals/snr';
import { gridOf, neutralValue } from '../../core/inpainting/mask';
import { sampleSize, valueScale, type Samples } from '../../core/samples/samples';
import { imagesAt } from '../pca/picked-images';
import { imagesAtOnce, momentSum, momentsAbout } from '../pca/second-moments';

/** Means and covariances over images and noise. Pixels are in [0, 1]. */
export interface JointMoments {
  /** `[D]` each. */
  readonly cleanMean: Float64Array;
  readonly noisyMean: Float64Array;
  /** Variance of the clean pixels, summed over the pixels. */
  readonly variance: number;
  /** Covariance of the noisy pixels, `[D, D]`. */
  readonly noisy: Float64Array;
  /** Covariance of clean pixels (rows) with noisy pixels (columns), `[D, D]`. */
  readonly cross: Float64Array;
}

/** Yields the completed share, in [0, 1]. */
type Work<T> = Generator<number, T, void>;

/**
 * The training images under all the noise that training can draw: exact over the noise, so that no draw is learned by heart.
 * @param picked indices of the images that count; null for all
 */
export function* expectedMoments(
  samples: Samples,
  level: number,
  moments: NoiseMoments,
  picked: Uint32Array | null = null,
): Work<JointMoments> {
  const { shape } = samples;
  switch (moments.kind) {
    case 'per-pixel':
      return yield* momentsPerPixel(samples, picked, (clean) => moments.of(clean, level, shape));
    case 'erasing':
      return yield* momentsOfErasing(samples, picked, moments.keptTogether(shape, level));
    case 'added':
      return yield* momentsOfAdded(samples, picked, moments.covariance(shape, level));
    default:
      return moments satisfies never;
  }
}

/** @param covariance of the noise as a multiple of the power of a sample, `[D, D]` */
function* momentsOfAdded(
  samples: Samples,
  picked: Uint32Array | null,
  covariance: Float64Array,
): Work<JointMoments> {
  const size = sampleSize(samples.shape);
  const { channels } = gridOf(samples.shape);
  let power = 0;
  const joint = yield* sumPairs(samples, picked, (clean) => {
    for (let at = 0; at < clean.length; at += size) power += powerOf(clean, at, size / channels, channels);
    return clean;
  });
  const meanPower = power / (picked?.length ?? samples.count);
  return { ...joint, noisy: joint.noisy.map((value, at) => value + meanPower * (covariance[at] ?? 0)) };
}

/** Pixels are independent given the image: their means vary together as over images, their spread adds to the diagonal. */
function* momentsPerPixel(
  samples: Samples,
  picked: Uint32Array | null,
  noiseOf: (clean: number) => PixelMoments,
): Work<JointMoments> {
  const size = sampleSize(samples.shape);
  const atZero = noiseOf(0).mean;
  // Without the mean at 0 a black pixel stays 0, and sums over images that are mostly black stay cheap.
  const meanOf = pixelTable(samples.values, (clean) => noiseOf(clean).mean - atZero);
  const spreadOf = pixelTable(samples.values, (clean) => {
    const { mean, meanSquare } = noiseOf(clean);
    return meanSquare - mean * mean;
  });
  const spread = new Float64Array(size);
  const joint = yield* sumPairs(samples, picked, (clean) => {
    for (let at = 0; at < clean.length; at++) spread[at % size]! += spreadOf(clean[at]!);
    return clean.map(meanOf);
  });
  for (let pixel = 0; pixel < size; pixel++) {
    joint.noisy[pixel * size + pixel]! += (spread[pixel] ?? 0) / (picked?.length ?? samples.count);
  }
  return { ...joint, noisyMean: joint.noisyMean.map((mean) => mean + atZero) };
}

/** @param kept probability that both of two pixels are kept, `[D, D]` */
function* momentsOfErasing(
  samples: Samples,
  picked: Uint32Array | null,
  kept: Float64Array,
): Work<JointMoments> {
  const size = sampleSize(samples.shape);
  const { cleanMean, variance, noisy: covariance } = yield* sumPairs(samples, picked, (clean) => clean);
  // What is kept is the distance from the neutral value.
  const neutral = neutralValue(samples.shape);
  const distance = cleanMean.map((mean) => mean - neutral);
  const alone = Float64Array.from({ length: size }, (_, pixel) => kept[pixel * size + pixel] ?? 0);
  const noisy = new Float64Array(size * size);
  const cross = new Float64Array(size * size);
  for (let row = 0, at = 0; row < size; row++) {
    for (let column = 0; column < size; column++, at++) {
      const means = (distance[row] ?? 0) * (distance[column] ?? 0);
      const [ofRow, ofColumn] = [alone[row] ?? 0, alone[column] ?? 0];
      noisy[at] = (kept[at] ?? 0) * ((covariance[at] ?? 0) + means) - ofRow * ofColumn * means;
      cross[at] = ofColumn * (covariance[at] ?? 0);
    }
  }
  const noisyMean = distance.map((mean, pixel) => neutral + mean * (alone[pixel] ?? 0));
  return { cleanMean, noisyMean, variance, noisy, cross };
}

/** The test images under the very noise that the network's test inputs have. */
export function* drawnMoments(samples: Samples, noise: Noise): Work<JointMoments> {
  const size = sampleSize(samples.shape);
  return yield* sumPairs(samples, null, (clean, first) => {
    const indices = Uint32Array.from({ length: clean.length / size }, (_, place) => first + place);
    return corrupt(clean, samples.shape, indices, noise, testNoiseStep);
  });
}

/** Sums over images (those that are picked, or all) and what `noisyOf` makes of them. @param noisyOf given images `[n, D]` and the index of the first */
function* sumPairs(
  samples: Samples,
  picked: Uint32Array | null,
  noisyOf: (clean: Float32Array, first: number) => Float32Array,
): Work<JointMoments> {
  const count = picked?.length ?? samples.count;
  const size = sampleSize(samples.shape);
  const scale = valueScale(samples);
  const noisySum = momentSum(size);
  const cleanSums = new Float64Array(size);
  const cross = new Float64Array(size * size);
  let squares = 0;
  for (let first = 0; first < count; first += imagesAtOnce) {
    if (first > 0) yield first / count;
    const stored = imagesAt(samples, picked, first, imagesAtOnce);
    const clean = Float32Array.from(stored, (value) => value * scale);
    const noisy = noisyOf(clean, first);
    noisySum.add(noisy);
    addCrossProducts(clean, noisy, cross, size);
    for (let at = 0; at < clean.length; at++) {
      const value = clean[at]!;
      cleanSums[at % size]! += value;
      squares += value * value;
    }
  }
  const cleanMean = cleanSums.map((sum) => sum / count);
  const noisyMean = noisySum.moments.sums.map((sum) => sum / count);
  for (let row = 0, at = 0; row < size; row++) {
    for (let column = 0; column < size; column++, at++) {
      cross[at] = cross[at]! / count - cleanMean[row]! * noisyMean[column]!;
    }
  }
  const variance = squares / count - cleanMean.reduce((sum, mean) => sum + mean * mean, 0);
  return { cleanMean, noisyMean, variance, noisy: momentsAbout(noisySum.moments, 1, noisyMean), cross };
}

/** Adds the products of clean and noisy pixels `[n, D]`, skipping those that are 0. */
function addCrossProducts(
  clean: Float32Array,
  noisy: Float32Array,
  products: Float64Array,
  size: number,
): void {
  const positions = new Int32Array(size);
  for (let start = 0; start < clean.length; start += size) {
    let found = 0;
    for (let pixel = 0; pixel < size; pixel++) if (noisy[start + pixel] !== 0) positions[found++] = pixel;
    for (let row = 0; row < size; row++) {
      const value = clean[start + row]!;
      if (value === 0) continue;
      for (let other = 0; other < found; other++) {
        const column = positions[other]!;
        products[row * size + column]! += value * noisy[start + column]!;
      }
    }
  }
}

/** A function of a pixel: a table where there are only 256 values. */
function pixelTable(values: Samples['values'], of: (pixel: number) => number): (pixel: number) => number {
  if (!(values instanceof Uint8Array)) return of;
  const table = Float64Array.from({ length: 256 }, (_, byte) => of(byte / 255));
  return (pixel) => table[Math.round(pixel * 255)] ?? 0;
}
