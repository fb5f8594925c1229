// Squared error between two images.

/** Sum of squared differences of two arrays of equal length. */
export function squaredError(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return sum;
}

/** Mean squared error per pixel between two images or two rows of images; 0 when empty. */
export function meanSquaredError(a: Float32Array, b: Float32Array): number {
  return squaredError(a, b) / Math.max(1, a.length);
}

/** At most this much better than the mean image counts as no better. */
const meanImageShare = 0.98;

/** Whether a mean squared error is no better than that of answering every image with the average training image. */
export function isNoBetterThanMeanImage(mse: number, meanImageMse: number): boolean {
  return mse >= meanImageShare * meanImageMse;
}
