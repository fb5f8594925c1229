// Samples: a data set in memory. Nothing here assumes 28 x 28 or two dimensions: the shape of a sample travels with the
// bytes.

import type { SeriesWindows } from './series/series-windows';

/** Shape of one sample: `[height, width, channels]` for images, `[length, channels]` for signals. */
export type SampleShape = readonly number[];

/**
 * A set of samples held as bytes, never as one tensor.
 * `values` has `count * sampleSize(shape)` entries. A byte means `byte / 255`, in [0, 1]; a float is the value
 * itself: a pixel in [0, 1], or a value of a signal, which may lie outside of it.
 */
export interface Samples {
  readonly values: Uint8Array | Float32Array;
  readonly shape: SampleShape;
  readonly count: number;
  /** Class index of each sample, `[count]`. */
  readonly labels: Uint16Array;
  readonly classNames: readonly string[];
  /** Where they lie in the recordings that they were cut from. */
  readonly windows?: SeriesWindows;
}

/** How many numbers one sample holds: 784 for `[28, 28, 1]`. */
export function sampleSize(shape: SampleShape): number {
  return shape.reduce((product, side) => product * side, 1);
}

/** The factor from a stored value to the value that it means. */
export function valueScale(samples: Pick<Samples, 'values'>): number {
  return samples.values instanceof Uint8Array ? 1 / 255 : 1;
}

/** Height, width and channels of an image, or `null` for a sample that is not an image. */
export function imageSize(shape: SampleShape): { height: number; width: number; channels: number } | null {
  const [height, width, channels = 1] = shape;
  if (shape.length !== 3 || height === undefined || width === undefined) return null;
  return { height, width, channels };
}
