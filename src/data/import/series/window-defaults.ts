// How long a window is and how far apart windows begin, until a person says otherwise.
import { countWindows } from './cut-windows';

/** Points in a window. */
export const shortestWindow = 4;
/** Of sound: 64 ms at 8 kHz, long enough for the pitch of speech and of all but the lowest notes. */
export const soundWindow = 512;
const [leastUsual, mostUsual] = [16, 256];
/** A window is a power of two, and a recording has at least this many side by side. */
const sideBySide = 64;
/** A stride is half a window; where that makes fewer windows than these, down to an eighth. */
const enoughWindows = 400;

/** @param lengths of the recordings, in points */
export function usualWindow(lengths: readonly number[], longest: number): number {
  const points = lengths.reduce((sum, length) => sum + length, 0);
  const wanted = Math.min(points / sideBySide, (medianOf(lengths) ?? 0) / 4);
  const power = 2 ** Math.floor(Math.log2(Math.max(1, wanted)));
  return Math.min(longest, Math.max(leastUsual, Math.min(mostUsual, power)));
}

export function usualStride(lengths: readonly number[], windowLength: number): number {
  const count = (stride: number) =>
    lengths.reduce((sum, length) => sum + countWindows(length, { windowLength, stride }), 0);
  const strides = [2, 4, 8].map((part) => Math.max(1, Math.round(windowLength / part)));
  return strides.find((stride) => count(stride) >= enoughWindows) ?? strides.at(-1) ?? 1;
}

function medianOf(values: readonly number[]): number | undefined {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}
