// The short-time Fourier transform of a mono signal and its inverse by weighted overlap-add (Griffin & Lim, "Signal Estimation from
// Modified Short-Time Fourier Transform", IEEE TASSP 1984). The analysis window is the square root of a periodic Hann window, the
// synthesis window half of that: their products, a hop apart, sum to one.
import FFT from 'fft.js';

/** Points in a frame: 64 ms at 8 kHz. */
export const frameLength = 512;
/** Points between the beginnings of neighbouring frames. */
export const hopLength = 128;
/** Frequencies in the spectrum of a frame, from 0 to half the sampling rate, both included. */
export const binCount = frameLength / 2 + 1;

/** Zeros before the signal, so that its first point lies in as many frames as any other. */
const padding = frameLength - hopLength;

/** Magnitudes below this count as this much in a logarithm: 104 dB below a sine of amplitude 1. */
export const magnitudeFloor = 1e-3;

/**
 * Frame by frame, `[frames, bins]` each. Frame f is centred on point `f * hopLength - 128` of the signal; a sine of amplitude 1 has a
 * magnitude of about 163 in its bin.
 */
export interface Spectrum {
  readonly re: Float32Array<ArrayBuffer>;
  readonly im: Float32Array<ArrayBuffer>;
  readonly frames: number;
  readonly bins: number;
}

/** How many frames the spectrum of a signal has; 0 for an empty one. */
export function frameCount(length: number): number {
  return length === 0 ? 0 : Math.ceil((length + padding) / hopLength);
}

/** Square root of the periodic Hann window, `[frameLength]`: sin(pi n / N). */
export function analysisWindow(): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: frameLength }, (_, n) => Math.sin((Math.PI * n) / frameLength));
}

/** Squares of the analysis window sum to this at any point, since frames overlap fourfold. */
const overlapSum = frameLength / hopLength / 2;

/** @param signal in [-1, 1], of any length; beyond its ends it counts as zero */
export function analyse(signal: Float32Array): Spectrum {
  const frames = frameCount(signal.length);
  const re = new Float32Array(frames * binCount);
  const im = new Float32Array(frames * binCount);
  const fft = new FFT(frameLength);
  const window = analysisWindow();
  const framed = new Float64Array(frameLength);
  const out = fft.createComplexArray();
  for (let frame = 0; frame < frames; frame++) {
    const start = frame * hopLength - padding;
    for (let n = 0; n < frameLength; n++) framed[n] = (window[n] ?? 0) * (signal[start + n] ?? 0);
    fft.realTransform(out, framed);
    for (let bin = 0; bin < binCount; bin++) {
      re[frame * binCount + bin] = out[2 * bin] ?? 0;
      im[frame * binCount + bin] = out[2 * bin + 1] ?? 0;
    }
  }
  return { re, im, frames, bins: binCount };
}

/**
 * The signal of a spectrum; of one that was changed, the signal whose spectrum is nearest to it in the least squares sense.
 * @param length of the signal that was analysed, in points
 * @throws RangeError if the spectrum has another number of frames or bins than that of such a signal
 */
export function synthesise(spectrum: Spectrum, length: number): Float32Array<ArrayBuffer> {
  const { re, im, frames, bins } = spectrum;
  if (bins !== binCount || frames !== frameCount(length))
    throw new RangeError(
      `A signal of ${length} points has ${frameCount(length)} frames of ${binCount} bins.`,
    );
  const fft = new FFT(frameLength);
  const window = analysisWindow();
  const complex = fft.createComplexArray();
  const out = fft.createComplexArray();
  const padded = new Float64Array(Math.max(0, frames - 1) * hopLength + frameLength);
  for (let frame = 0; frame < frames; frame++) {
    for (let bin = 0; bin < binCount; bin++) {
      complex[2 * bin] = re[frame * binCount + bin] ?? 0;
      complex[2 * bin + 1] = im[frame * binCount + bin] ?? 0;
    }
    // The spectrum of a real signal is real at both ends.
    complex[1] = 0;
    complex[frameLength + 1] = 0;
    fft.completeSpectrum(complex);
    fft.inverseTransform(out, complex);
    for (let n = 0; n < frameLength; n++) {
      const at = frame * hopLength + n;
      padded[at] = (padded[at] ?? 0) + ((window[n] ?? 0) * (out[2 * n] ?? 0)) / overlapSum;
    }
  }
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
