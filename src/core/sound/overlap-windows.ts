// Raw windows of a signal, for methods that work on waveforms, and the signal back from windows by overlap-add. Windows are cut without
// a taper, so that a method sees the waveform as it is; a periodic Hann window, which sums to one a hop apart, joins its answers.

/** Points in a window: 64 ms at 8 kHz, the length of a frame of the short-time spectrum. */
export const windowLength = 512;
/** Half a window: each point lies in two windows. */
export const windowHop = 256;

function windowsOver(length: number, hop: number): number {
  return length === 0 ? 0 : Math.ceil((length + windowLength - hop) / hop);
}

/**
 * Every window of a signal that holds one of its points, `[count, windowLength]`; beyond its ends the signal counts as zero, so that
 * each point lies in equally many windows.
 * @param hop points between the beginnings of neighbouring windows: `windowHop`, or 128 for a smoother join at twice the cost
 */
export function overlapWindows(signal: Float32Array, hop = windowHop): Float32Array<ArrayBuffer> {
  const count = windowsOver(signal.length, hop);
  const windows = new Float32Array(count * windowLength);
  for (let window = 0; window < count; window++) {
    const start = window * hop - (windowLength - hop);
    for (let n = 0; n < windowLength; n++) windows[window * windowLength + n] = signal[start + n] ?? 0;
  }
  return windows;
}

/**
 * The signal of windows as `overlapWindows` cuts them.
 * @param windows `[count, windowLength]`
 * @param length of the signal, in points
 * @throws RangeError if there are more or fewer windows than such a signal has
 */
export function overlapAdd(
  windows: Float32Array,
  length: number,
  hop = windowHop,
): Float32Array<ArrayBuffer> {
  const count = windowsOver(length, hop);
  if (windows.length !== count * windowLength)
    throw new RangeError(`A signal of ${length} points has ${count} windows of ${windowLength} points.`);
  const padding = windowLength - hop;
  const sum = new Float64Array(padding + length + windowLength);
  // A periodic Hann window sums to half the overlap.
  const scale = (2 * hop) / windowLength;
  const taper = Float64Array.from(
    { length: windowLength },
    (_, n) => scale * Math.sin((Math.PI * n) / windowLength) ** 2,
  );
  for (let window = 0; window < count; window++)
    for (let n = 0; n < windowLength; n++) {
      const at = window * hop + n;
      sum[at] = (sum[at] ?? 0) + (taper[n] ?? 0) * (windows[window * windowLength + n] ?? 0);
    }
  return Float32Array.from(sum.subarray(padding, padding + length));
}
