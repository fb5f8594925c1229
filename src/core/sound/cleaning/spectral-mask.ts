// A mask from the magnitudes that a network takes for clean. Their ratio to the noisy magnitudes would do, but where sound is weaker than
// noise it keeps too much: a parametric Wiener filter (Lim & Oppenheim, Proc. IEEE 67, 1979) is 2 dB better
// (docs/decisions/0023-sound-by-spectrum.md). It needs the power of the noise, which nobody states: it is that of the points nearby
// which the network takes for noise.

/** Frames before and after a point that its noise is averaged over: about two seconds each way. */
const reachFrames = 30;
const reachBins = 15;

/** Wiener's own gain has 2: it weighs powers. */
const exponent = 3;

/**
 * clean^exponent / (clean^exponent + noise^exponent), in [0, 1]; 1 where nothing nearby is taken for noise. `[frames, bins]`
 * @param noisy magnitudes, `[frames, bins]`
 * @param clean what the network takes for them, in the same units
 */
export function spectralMask(
  noisy: Float32Array,
  clean: Float32Array,
  frames: number,
  bins: number,
): Float32Array<ArrayBuffer> {
  // Noise is what has less than a quarter of its power left. Half would count what is between the partials of a low note.
  const isNoise = Float64Array.from(noisy, (value, at) => Number(2 * (clean[at] ?? 0) < value));
  const power = Float64Array.from(noisy, (value, at) => value ** 2 * (isNoise[at] ?? 0));
  const nearby = (values: Float64Array) => {
    const overTime = runningMeans(values, frames, reachFrames, bins, 1, bins);
    return runningMeans(overTime, bins, reachBins, 1, bins, frames);
  };
  const [share, mean] = [nearby(isNoise), nearby(power)];
  return noisy.map((_, at) => {
    const sound = (clean[at] ?? 0) ** exponent;
    // Running sums leave a little of what they no longer hold.
    const noisePower = (share[at] ?? 0) > 1e-9 ? Math.max(0, mean[at] ?? 0) / (share[at] ?? 1) : 0;
    const noise = noisePower ** (exponent / 2);
    return sound + noise === 0 ? 0 : sound / (sound + noise);
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
