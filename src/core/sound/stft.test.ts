import { describe, expect, it } from 'vitest';
import { addNoise } from './noise';
import {
  analyse,
  analysisWindow,
  binCount,
  frameLength,
  hopLength,
  logMagnitudes,
  magnitudes,
  synthesise,
  withMagnitudes,
} from './stft';

/** A chirp, loud from its first point to its last. */
function chirp(length: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length }, (_, at) => 0.9 * Math.cos(0.05 * at + 2e-5 * at * at));
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? NaN))), 0);
}

describe('the short-time spectrum', () => {
  it('equals a direct discrete Fourier transform of each windowed frame', () => {
    const signal = chirp(1500);
    const { re, im, frames } = analyse(signal);
    const window = analysisWindow();
    for (const frame of [0, 3, 7, frames - 1]) {
      const start = (frame + 1) * hopLength - frameLength;
      for (const bin of [0, 1, 17, 128, 255, binCount - 1]) {
        let x = 0;
        let y = 0;
        for (let n = 0; n < frameLength; n++) {
          const value = (signal[start + n] ?? 0) * (window[n] ?? 0);
          x += value * Math.cos((2 * Math.PI * bin * n) / frameLength);
          y -= value * Math.sin((2 * Math.PI * bin * n) / frameLength);
        }
        expect(re[frame * binCount + bin]).toBeCloseTo(x, 4);
        expect(im[frame * binCount + bin]).toBeCloseTo(y, 4);
      }
    }
  });

  it.each([1, 100, 512, 4000, 4097, 32_000])('of %i points gives all of them back', (length) => {
    const signal = chirp(length);
    const back = synthesise(analyse(signal), length);
    expect(back.length).toBe(length);
    expect(largestDifference(signal, back)).toBeLessThan(1e-6);
  });

  it.each([256, 1024])('in frames of %i gives the signal back too', (frame) => {
    const signal = chirp(5001);
    const spectrum = analyse(signal, frame);
    expect(spectrum.bins).toBe(frame / 2 + 1);
    expect(largestDifference(signal, synthesise(spectrum, 5001))).toBeLessThan(1e-6);
  });

  it('gives noise back to its ends', () => {
    const { noisy } = addNoise(chirp(5000), 'white', 0, 3);
    expect(largestDifference(noisy, synthesise(analyse(noisy), 5000))).toBeLessThan(1e-6);
  });

  it('has a sine of 1 kHz at 8 kHz in bin 64', () => {
    const sine = Float32Array.from({ length: 4096 }, (_, at) => Math.sin((Math.PI * at) / 4));
    const all = magnitudes(analyse(sine));
    const frame = all.subarray(16 * binCount, 17 * binCount);
    expect(frame.indexOf(Math.max(...frame))).toBe(64);
    // Half the sum of the window: N / pi.
    expect(frame[64]).toBeCloseTo(frameLength / Math.PI, 0);
  });

  it('keeps the phase under other magnitudes', () => {
    const spectrum = analyse(chirp(2000));
    const doubled = withMagnitudes(
      spectrum,
      magnitudes(spectrum).map((value) => 2 * value),
    );
    const twice = chirp(2000).map((value) => 2 * value);
    expect(largestDifference(synthesise(doubled, 2000), twice)).toBeLessThan(2e-6);
  });

  it('has finite logarithms of silence', () => {
    expect(logMagnitudes(analyse(new Float32Array(600)))[0]).toBeCloseTo(Math.log(1e-3), 5);
  });

  it('refuses the spectrum of a signal of another length', () => {
    expect(() => synthesise(analyse(chirp(2000)), 4000)).toThrow('frames');
  });

  it('of nothing is nothing', () => {
    expect(synthesise(analyse(new Float32Array(0)), 0).length).toBe(0);
  });
});
