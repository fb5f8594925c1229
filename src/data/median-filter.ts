// The 3 x 3 median filter, the classical denoiser that the network is compared with. The three values of a column are
// sorted once and shared by the three windows that contain it; the median of the nine is then the median of (largest
// minimum, median of the medians, smallest maximum) of the columns (Smith 1996, "Implementing median filters in XC4000E
// FPGAs").
import type { SampleShape } from '../core/samples/samples';

/**
 * Filters the sample at `inputOffset` into `output` at `outputOffset`, each channel separately: 3 x 3 for images
 * `[height, width, channels]`, 3 along signals `[length, channels]`. Edge values are repeated beyond the edge. Input and
 * output must not overlap. Allocates nothing.
 */
export function medianFilterInto(
  input: Float32Array,
  inputOffset: number,
  output: Float32Array,
  outputOffset: number,
  shape: SampleShape,
): void {
  if (shape.length !== 3) {
    filterSignal(input, inputOffset, output, outputOffset, shape[0] ?? 0, shape[1] ?? 1);
    return;
  }
  const [height = 0, width = 0, channels = 1] = shape;
  const stride = width * channels;
  for (let row = 0; row < height; row++) {
    const above = inputOffset + Math.max(row - 1, 0) * stride;
    const here = inputOffset + row * stride;
    const below = inputOffset + Math.min(row + 1, height - 1) * stride;
    for (let channel = 0; channel < channels; channel++) {
      const target = outputOffset + row * stride + channel;
      filterRow(input, above + channel, here + channel, below + channel, output, target, width, channels);
    }
  }
}

/**
 * Filters one row of one channel. The columns left of, at and right of the pixel are held sorted (`a0 <= a1 <= a2` and so
 * on) and shift by one as the pixel moves.
 */
function filterRow(
  input: Float32Array,
  above: number,
  here: number,
  below: number,
  output: Float32Array,
  target: number,
  width: number,
  step: number,
): void {
  let a0 = 0;
  let a1 = 0;
  let a2 = 0;
  let b0 = 0;
  let b1 = 0;
  let b2 = 0;
  // Column `width` repeats the last one and column -1 the first.
  for (let column = 0; column <= width; column++) {
    const at = Math.min(column, width - 1) * step;
    const x = input[above + at] ?? 0;
    const y = input[here + at] ?? 0;
    const z = input[below + at] ?? 0;
    const low = x < y ? x : y;
    const high = x < y ? y : x;
    const c0 = low < z ? low : z;
    const c2 = high > z ? high : z;
    const c1 = high < z ? high : low > z ? low : z;
    if (column > 0) {
      const largestMinimum = a0 > b0 ? (a0 > c0 ? a0 : c0) : b0 > c0 ? b0 : c0;
      const smallestMaximum = a2 < b2 ? (a2 < c2 ? a2 : c2) : b2 < c2 ? b2 : c2;
      output[target + (column - 1) * step] = median3(largestMinimum, median3(a1, b1, c1), smallestMaximum);
      a0 = b0;
      a1 = b1;
      a2 = b2;
    } else {
      a0 = c0;
      a1 = c1;
      a2 = c2;
    }
    b0 = c0;
    b1 = c1;
    b2 = c2;
  }
}

function filterSignal(
  input: Float32Array,
  inputOffset: number,
  output: Float32Array,
  outputOffset: number,
  length: number,
  channels: number,
): void {
  for (let at = 0; at < length; at++) {
    const before = inputOffset + Math.max(at - 1, 0) * channels;
    const here = inputOffset + at * channels;
    const after = inputOffset + Math.min(at + 1, length - 1) * channels;
    for (let channel = 0; channel < channels; channel++) {
      output[outputOffset + at * channels + channel] = median3(
        input[before + channel] ?? 0,
        input[here + channel] ?? 0,
        input[after + channel] ?? 0,
      );
    }
  }
}

function median3(x: number, y: number, z: number): number {
  const low = x < y ? x : y;
  const high = x < y ? y : x;
  return high < z ? high : low > z ? low : z;
}
