// Which pixels of a sample are missing. A pixel is missing in all its channels, a point of a signal too.
import { sampleKind } from '../samples/sample-kind';
import { imageSize, sampleSize, type SampleShape } from '../samples/samples';

/** One entry for each pixel row by row, `[pixels]`: 1 is missing, 0 is known. */
export type Mask = Uint8Array;

/** The pixels of a sample as a grid; a signal has one row. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
}

export function gridOf(shape: SampleShape): Grid {
  const image = imageSize(shape);
  if (image) return { rows: image.height, columns: image.width, channels: image.channels };
  return { rows: 1, columns: shape[0] ?? 1, channels: shape[1] ?? 1 };
}

/** How many pixels a mask of such a sample has. */
export function pixelCount(shape: SampleShape): number {
  return sampleSize(shape) / gridOf(shape).channels;
}

export function emptyMask(shape: SampleShape): Mask {
  return new Uint8Array(pixelCount(shape));
}

export function countMissing(mask: Mask): number {
  let missing = 0;
  for (const one of mask) missing += one;
  return missing;
}

/**
 * What a missing value is set to, for whoever fills it in: black in an image; in a signal the middle of the range that it was
 * scaled by, which is silence in sound. The low end of that range would be a fall as deep as any in the data.
 */
export function neutralValue(shape: SampleShape): number {
  return sampleKind(shape) === 'image' ? 0 : 0.5;
}

/** A copy of a sample `[sampleSize]` with the missing pixels at `neutralValue`. */
export function withoutMissing(sample: Float32Array, mask: Mask, shape: SampleShape): Float32Array {
  const { channels } = gridOf(shape);
  const neutral = neutralValue(shape);
  return sample.map((value, at) => (mask[Math.floor(at / channels)] === 1 ? neutral : value));
}

/** Known pixels of `sample`, missing ones of `answer`: what "filled in" means. `[sampleSize]` each. */
export function filledIn(
  sample: Float32Array,
  answer: Float32Array,
  mask: Mask,
  shape: SampleShape,
): Float32Array {
  const { channels } = gridOf(shape);
  return sample.map((value, at) => (mask[Math.floor(at / channels)] === 1 ? (answer[at] ?? 0) : value));
}

/** Mean squared error per number inside the hole; null where nothing is missing. */
export function holeError(
  original: Float32Array,
  answer: Float32Array,
  mask: Mask,
  shape: SampleShape,
): number | null {
  const { channels } = gridOf(shape);
  let [sum, count] = [0, 0];
  for (let at = 0; at < original.length; at++) {
    if (mask[Math.floor(at / channels)] !== 1) continue;
    sum += ((original[at] ?? 0) - (answer[at] ?? 0)) ** 2;
    count++;
  }
  return count === 0 ? null : sum / count;
}
