// A mask from the magnitudes that a network takes for clean. Their ratio to the noisy magnitudes would do, but where sound is weaker than
// noise it keeps too much. A parametric Wiener filter (Lim & Oppenheim, Proc. IEEE 67, 1979) is 2 dB better
// (docs/decisions/0023-sound-by-spectrum.md). It needs the power of the noise, which nobody states: it is what the network took
// away, averaged over the neighbourhood.

/** Frames before and after a point that its noise is averaged over: about two seconds each way. */
const reachFrames = 30;
const reachBins = 15;

/**
 * clean power^2 / (clean power^2 + noise power^2), in [0, 1]; 1 where nothing was taken away. Wiener's own gain has no squares: they make
 * it steeper about the point where both are equal. `[frames, bins]`
 * @param noisy magnitudes, `[frames, bins]`
 * @param clean what the network takes for them, in the same units
 */
export function spectralMask(
  noisy: Float32Array,
  clean: Float32Array,
  frames: number,
  bins: number,
): Float32Array<ArrayBuffer> {
  const removed = Float64Array.from(noisy, (value, at) => value ** 2 - (clean[at] ?? 0) ** 2);
  const overTime = runningMeans(removed, frames, reachFrames, bins, 1, bins);
  const noisePower = runningMeans(overTime, bins, reachBins, 1, bins, frames);
  return noisy.map((_, at) => {
    const power = (clean[at] ?? 0) ** 4;
    const noise = Math.max(0, noisePower[at] ?? 0) ** 2;
    return power + noise === 0 ? 0 : power / (power + noise);
  });
}

/**
 * Means over up to `2 * reach + 1` neighbours along each of several lines; fewer at the ends of a line.
 * @param stride from one point of a line to the next
 * @param lineStride from one line to the next
 */
function runningMeans(
  values: Float64Array,
  length: number,
  reach: number,
  stride: number,
  lineStride: number,
  lines: number,
): Float64Array {
  const means = new Float64Array(values.length);
  for (let line = 0; line < lines; line++) {
    const start = line * lineStride;
    let sum = 0;
    let count = 0;
    for (let at = -reach; at < length; at++) {
      if (at + reach < length) {
        sum += values[start + (at + reach) * stride] ?? 0;
        count++;
      }
      if (at - reach > 0) {
        sum -= values[start + (at - reach - 1) * stride] ?? 0;
        count--;
      }
      if (at >= 0) means[start + at * stride] = sum / count;
    }
  }
  return means;
}
