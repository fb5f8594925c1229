// Brings an image to another size: the average over each target pixel's area when it shrinks, which does not alias, and linear
// interpolation between pixel centres when it grows.

/** For each place of one axis of the target: where its source places begin, and their weights, which add up to 1. */
interface Axis {
  readonly firsts: Int32Array;
  /** `[target, reach]` */
  readonly weights: Float32Array;
  readonly reach: number;
}

function axisOf(source: number, target: number): Axis {
  const step = source / target;
  const reach = step > 1 ? Math.ceil(step) + 1 : 2;
  const firsts = new Int32Array(target);
  const weights = new Float32Array(target * reach);
  for (let place = 0; place < target; place++) {
    const [start, end] = [place * step, (place + 1) * step];
    const centre = (start + end - 1) / 2;
    const first = Math.max(0, Math.floor(step > 1 ? start : centre));
    firsts[place] = first;
    for (let tap = 0; tap < reach; tap++) {
      const at = first + tap;
      const share =
        step > 1 ? (Math.min(at + 1, end) - Math.max(at, start)) / step : 1 - Math.abs(at - centre);
      // What lies beyond the edge counts as the pixel at the edge.
      if (at < source) weights[place * reach + tap] = Math.max(0, share);
    }
    const sum = weights.subarray(place * reach, (place + 1) * reach).reduce((a, b) => a + b, 0);
    for (let tap = 0; tap < reach; tap++) weights[place * reach + tap]! /= sum;
  }
  return { firsts, weights, reach };
}

export interface ImageSide {
  readonly height: number;
  readonly width: number;
}

/** `pixels` is `[height, width, channels]` of the source's size, `into` of the target's. */
export type Resampler = (pixels: ArrayLike<number>, into: Float32Array) => void;

/** Prepares for many images of one size. */
export function createResampler(from: ImageSide, to: ImageSide, channels: number): Resampler {
  if (from.height === to.height && from.width === to.width) return (pixels, into) => into.set(pixels);
  const rows = axisOf(from.height, to.height);
  const columns = axisOf(from.width, to.width);
  const rowSize = from.width * channels;
  const line = new Float32Array(rowSize + columns.reach * channels);
  return (pixels, into) => {
    let at = 0;
    for (let row = 0; row < to.height; row++) {
      line.fill(0);
      for (let tap = 0; tap < rows.reach; tap++) {
        const weight = rows.weights[row * rows.reach + tap]!;
        const start = (rows.firsts[row]! + tap) * rowSize;
        if (weight > 0)
          for (let place = 0; place < rowSize; place++) line[place]! += weight * pixels[start + place]!;
      }
      for (let column = 0; column < to.width; column++) {
        const start = columns.firsts[column]! * channels;
        for (let channel = 0; channel < channels; channel++) {
          let sum = 0;
          for (let tap = 0; tap < columns.reach; tap++) {
            sum += columns.weights[column * columns.reach + tap]! * line[start + tap * channels + channel]!;
          }
          into[at++] = sum;
        }
      }
    }
  };
}
