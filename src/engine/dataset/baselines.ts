// Baselines for the network's error: the noisy input itself, a 3 x 3 median filter, and the mean training image. All are mean
// squared errors per pixel on test images.
import { imageSize, sampleSize, valueScale, type Samples } from '../../core/samples/samples';

/** Whether a median filter applies to samples of this shape: images and signals of at least three values. */
export function hasMedian(samples: Samples): boolean {
  const image = imageSize(samples.shape);
  return image ? Math.min(image.height, image.width) >= 3 : (samples.shape[0] ?? 0) >= 3;
}

/** The error when every test image is reconstructed as the mean of the images trained on, of those loaded so far. */
export interface MeanImage {
  /** Adds the training images that have loaded since the last call, at most `limit` of them. */
  absorb(ready: number, limit: number): void;
  /** Mean squared error per pixel over the test images; NaN before any training image was added. */
  error(): number;
}

/**
 * @param test must have loaded before the first call of `error`
 * @param isTrained whether a training image counts
 */
export function meanImage(
  train: Samples,
  test: Samples,
  isTrained: (index: number) => boolean = () => true,
): MeanImage {
  const size = sampleSize(train.shape);
  const trainSum = new Float64Array(size);
  /** Training images looked at so far, and those of them that count. */
  let absorbed = 0;
  let counted = 0;
  let testMoments: Moments | null = null;
  return {
    absorb(ready, limit) {
      const scale = valueScale(train);
      const end = Math.min(ready, absorbed + limit);
      for (; absorbed < end; absorbed++) {
        if (!isTrained(absorbed)) continue;
        counted++;
        for (let i = 0, at = absorbed * size; i < size; i++, at++) {
          trainSum[i] = (trainSum[i] ?? 0) + (train.values[at] ?? 0) * scale;
        }
      }
    },
    error() {
      if (counted === 0) return Number.NaN;
      // per pixel: sum over tests of (x - m)^2 = sum x^2 - 2 m sum x + count m^2
      testMoments ??= moments(test);
      let cross = 0;
      let squares = 0;
      for (let i = 0; i < size; i++) {
        const mean = (trainSum[i] ?? 0) / counted;
        cross += mean * (testMoments.sum[i] ?? 0);
        squares += mean * mean;
      }
      return (testMoments.squares - 2 * cross + test.count * squares) / (test.count * size);
    },
  };
}

interface Moments {
  /** Sum of the images, `[sampleSize]`. */
  sum: Float64Array;
  /** Sum of the squares of all pixels. */
  squares: number;
}

function moments(samples: Samples): Moments {
  const size = sampleSize(samples.shape);
  const scale = valueScale(samples);
  const sum = new Float64Array(size);
  let squares = 0;
  for (let sample = 0, at = 0; sample < samples.count; sample++) {
    for (let i = 0; i < size; i++, at++) {
      const value = (samples.values[at] ?? 0) * scale;
      sum[i] = (sum[i] ?? 0) + value;
      squares += value * value;
    }
  }
  return { sum, squares };
}
