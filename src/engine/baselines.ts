// What the network's error is held against: doing nothing, a 3 x 3 median filter, and the mean training image. All are
// mean squared errors per pixel on test images.
import { imageSize, sampleSize, valueScale, type Samples } from '../core/samples';

/** Whether a median filter makes sense for samples of this shape: images and signals of three values or more. */
export function hasMedian(samples: Samples): boolean {
  const image = imageSize(samples.shape);
  return image ? Math.min(image.height, image.width) >= 3 : (samples.shape[0] ?? 0) >= 3;
}

/** The error of answering every test image with the mean of the training images that have arrived. */
export interface MeanImage {
  /** Takes in the training images that arrived since the last call, at most `limit` of them. */
  absorb(ready: number, limit: number): void;
  /** Mean squared error per pixel over the test images; NaN before any training image was taken in. */
  error(): number;
}

/** @param test must have arrived before the first `error` */
export function meanImage(train: Samples, test: Samples): MeanImage {
  const size = sampleSize(train.shape);
  const trainSum = new Float64Array(size);
  let absorbed = 0;
  let testMoments: Moments | null = null;
  return {
    absorb(ready, limit) {
      const scale = valueScale(train);
      const end = Math.min(ready, absorbed + limit);
      for (let at = absorbed * size; absorbed < end; absorbed++) {
        for (let i = 0; i < size; i++, at++) {
          trainSum[i] = (trainSum[i] ?? 0) + (train.values[at] ?? 0) * scale;
        }
      }
    },
    error() {
      if (absorbed === 0) return Number.NaN;
      // sum over tests of (x - m)^2 = sum x^2 - 2 m sum x + count m^2, pixel by pixel
      testMoments ??= moments(test);
      let cross = 0;
      let squares = 0;
      for (let i = 0; i < size; i++) {
        const mean = (trainSum[i] ?? 0) / absorbed;
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
  /** Sum of the squares of all their pixels. */
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
