// Two linear methods on raw windows of a waveform, fitted to the windows that a network trains on. They show why a narrow code on raw
// windows cleans so little: a note may begin anywhere in a window, and no few directions hold it at every phase.
import type { PcaModel } from '../../core/analysis-api';
import { overlapAdd, overlapWindows, windowLength } from '../../core/sound/overlap-windows';
import { choleskyFactor, gram, solveLower, solveUpper } from '../linear-denoiser/dense-algebra';

const size = windowLength;
/** A quarter of a window: each point of the answer is a mean over four windows. */
const hop = size / 4;

/** A model of windows, and the range of amplitudes that its 0 and 1 stand for. */
export interface WindowModel {
  /** Of samples `[windowLength, 1]`, with all their components. */
  readonly pca: Pick<PcaModel, 'mean' | 'components' | 'deviations'>;
  readonly valueRange: readonly [least: number, greatest: number];
}

/** Cleans window by window. @param clean writes the answer to a window in the model's units over it, both `[windowLength]` */
function throughWindows(
  noisy: Float32Array,
  [least, greatest]: WindowModel['valueRange'],
  clean: (window: Float32Array) => void,
): Float32Array<ArrayBuffer> {
  const width = greatest - least;
  const windows = overlapWindows(noisy, hop).map((value) => (value - least) / width);
  for (let at = 0; at < windows.length; at += size) clean(windows.subarray(at, at + size));
  const inUnits = windows.map((share) => least + share * width);
  return overlapAdd(inUnits, noisy.length, hop);
}

/** Projects every window on the first components: what a linear autoencoder with this code keeps. @param noisy `[points]` */
export function cleanedByPca(
  noisy: Float32Array,
  { pca: { mean, components }, valueRange }: WindowModel,
  codeSize: number,
): Float32Array<ArrayBuffer> {
  const kept = Math.min(codeSize, components.length / size);
  const centred = new Float64Array(size);
  return throughWindows(noisy, valueRange, (window) => {
    for (let n = 0; n < size; n++) centred[n] = window[n]! - mean[n]!;
    window.set(mean);
    for (let row = 0; row < kept; row++) {
      const from = row * size;
      let code = 0;
      for (let n = 0; n < size; n++) code += centred[n]! * components[from + n]!;
      for (let n = 0; n < size; n++) window[n]! += code * components[from + n]!;
    }
  });
}

/**
 * The best linear map of a noisy window to the clean one: C_x (C_x + C_n)^-1, with the covariance of the training windows and that of
 * the noise, which is told (Wiener 1949; the linear minimum mean-square error estimate). No code narrows it.
 * @param noisy `[points]`
 * @param noise alone, for its autocorrelation; taken as stationary
 */
export function cleanedByLinearMap(
  noisy: Float32Array,
  { pca: { mean, components, deviations }, valueRange }: WindowModel,
  noise: Float32Array,
): Float32Array<ArrayBuffer> {
  const spread = Float64Array.from(
    components,
    (value, at) => value * (deviations[Math.floor(at / size)] ?? 0),
  );
  // `map` begins as C_x and becomes (C_x + C_n)^-1 C_x, the transpose of what a column is multiplied by.
  const map = gram(spread, size);
  const [least, greatest] = valueRange;
  const ofNoise = autocorrelation(noise).map((value) => value / (greatest - least) ** 2);
  const total = map.map((value, at) => value + ofNoise[Math.abs((at % size) - Math.floor(at / size))]!);
  // Hum is a sum of a few sines: its covariance has directions without any variance.
  const ridge = 1e-6 * total[0]!;
  for (let n = 0; n < size; n++) total[n * (size + 1)]! += ridge;
  const lower = choleskyFactor(total, size);
  solveLower(lower, map, size);
  solveUpper(lower, map, size);
  const answer = new Float64Array(size);
  return throughWindows(noisy, valueRange, (window) => {
    answer.set(mean);
    for (let row = 0; row < size; row++) {
      const difference = window[row]! - mean[row]!;
      const from = row * size;
      for (let n = 0; n < size; n++) answer[n]! += difference * map[from + n]!;
    }
    window.set(answer);
  });
}

/** Mean product of points 0 .. `windowLength - 1` apart, `[windowLength]`; the biased estimate, whose matrix is never indefinite. */
function autocorrelation(signal: Float32Array): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: size }, (_, lag) => {
    let sum = 0;
    for (let at = lag; at < signal.length; at++) sum += signal[at]! * signal[at - lag]!;
    return sum / signal.length;
  });
}
