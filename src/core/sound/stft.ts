// The short-time Fourier transform of a mono signal and its inverse by weighted overlap-add (Griffin & Lim, "Signal Estimation from
// Modified Short-Time Fourier Transform", IEEE TASSP 1984). The analysis window is the square root of a periodic Hann window, the
// synthesis window half of that: their products, a hop apart, sum to one.
import FFT from 'fft.js';

/** Points in a frame, unless another length is asked for: 64 ms at 8 kHz. */
export const frameLength = 512;
/** Frames begin a quarter of their length apart. */
const overlap = 4;
/** Points between the beginnings of neighbouring frames. */
export const hopLength = frameLength / overlap;
/** Frequencies in the spectrum of a frame, from 0 to half the sampling rate, both included. */
export const binCount = frameLength / 2 + 1;

/** Magnitudes below this count as this much in a logarithm: 104 dB below a sine of amplitude 1 in a frame of 512. */
const magnitudeFloor = 1e-3;

/**
 * Frame by frame, `[frames, bins]` each; a frame is `2 * (bins - 1)` points long. Frame f begins `3 - f` hops before the signal: zeros
 * are put before it, so that its first point lies in as many frames as any other. In frames of 512 a sine of amplitude 1 has a
 * magnitude of about 163 in its bin.
 */
export interface Spectrum {
  readonly re: Float32Array<ArrayBuffer>;
  readonly im: Float32Array<ArrayBuffer>;
  readonly frames: number;
  readonly bins: number;
}

/** How many frames the spectrum of a signal has; 0 for an empty one. */
function frameCount(length: number, frame = frameLength): number {
  const hop = frame / overlap;
  return length === 0 ? 0 : Math.ceil(length / hop) + overlap - 1;
}

/** Square root of the periodic Hann window, `[frame]`: sin(pi n / N). Its squares, a hop apart, sum to half the overlap. */
export function analysisWindow(frame = frameLength): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: frame }, (_, n) => Math.sin((Math.PI * n) / frame));
}

/**
 * @param signal in [-1, 1], of any length; beyond its ends it counts as zero
 * @param frame points in a frame, a power of two from 4: longer ones tell frequencies apart more finely, and times less so
 */
export function analyse(signal: Float32Array, frame = frameLength): Spectrum {
  const frames = frameCount(signal.length, frame);
  const hop = frame / overlap;
  const bins = frame / 2 + 1;
  const re = new Float32Array(frames * bins);
  const im = new Float32Array(frames * bins);
  const fft = new FFT(frame);
  const window = analysisWindow(frame);
  const framed = new Float64Array(frame);
  const out = fft.createComplexArray();
  for (let at = 0; at < frames; at++) {
    const start = (at + 1) * hop - frame;
    for (let n = 0; n < frame; n++) framed[n] = (window[n] ?? 0) * (signal[start + n] ?? 0);
    fft.realTransform(out, framed);
    for (let bin = 0; bin < bins; bin++) {
      re[at * bins + bin] = out[2 * bin] ?? 0;
      im[at * bins + bin] = out[2 * bin + 1] ?? 0;
    }
  }
  return { re, im, frames, bins };
}

/**
 * The signal of a spectrum; of one that was changed, the signal whose spectrum is nearest to it in the least squares sense.
 * @param length of the signal that was analysed, in points
 * @throws RangeError if the spectrum has another number of frames than that of such a signal
 */
export function synthesise({ re, im, frames, bins }: Spectrum, length: number): Float32Array<ArrayBuffer> {
  const frame = 2 * (bins - 1);
  const hop = frame / overlap;
  if (frames !== frameCount(length, frame))
    throw new RangeError(`${frames} frames are not those of a signal of ${length} points.`);
  const fft = new FFT(frame);
  const window = analysisWindow(frame);
  const complex = fft.createComplexArray();
  const out = fft.createComplexArray();
  const padded = new Float64Array((frames + overlap) * hop);
  for (let at = 0; at < frames; at++) {
    for (let bin = 0; bin < bins; bin++) {
      complex[2 * bin] = re[at * bins + bin] ?? 0;
      complex[2 * bin + 1] = im[at * bins + bin] ?? 0;
    }
    // The spectrum of a real signal is real at both ends.
    complex[1] = 0;
    complex[frame + 1] = 0;
    fft.completeSpectrum(complex);
    fft.inverseTransform(out, complex);
    for (let n = 0; n < frame; n++) {
      const point = at * hop + n;
      padded[point] = (padded[point] ?? 0) + (window[n] ?? 0) * (out[2 * n] ?? 0) * (2 / overlap);
    }
  }
  const padding = frame - hop;
  return Float32Array.from(padded.subarray(padding, padding + length));
}

/** `[frames, bins]` */
export function magnitudes({ re, im }: Spectrum): Float32Array<ArrayBuffer> {
  return Float32Array.from(re, (value, at) => Math.hypot(value, im[at] ?? 0));
}

/** Natural logarithms of the magnitudes, which count as `magnitudeFloor` at least, `[frames, bins]`. */
export function logMagnitudes(spectrum: Spectrum): Float32Array<ArrayBuffer> {
  return magnitudes(spectrum).map((magnitude) => Math.log(Math.max(magnitude, magnitudeFloor)));
}

/**
 * A spectrum with other magnitudes and the same phase; where the old magnitude is 0, the phase is 0.
 * @param wanted `[frames, bins]`, not negative
 */
export function withMagnitudes(spectrum: Spectrum, wanted: Float32Array): Spectrum {
  const re = new Float32Array(spectrum.re.length);
  const im = new Float32Array(spectrum.im.length);
  for (let at = 0; at < re.length; at++) {
    const x = spectrum.re[at] ?? 0;
    const y = spectrum.im[at] ?? 0;
    const now = Math.hypot(x, y);
    const magnitude = wanted[at] ?? 0;
    re[at] = now === 0 ? magnitude : (x / now) * magnitude;
    im[at] = now === 0 ? 0 : (y / now) * magnitude;
  }
  return { ...spectrum, re, im };
}
