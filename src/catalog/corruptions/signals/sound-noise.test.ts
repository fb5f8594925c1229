import { describe, expect, test } from 'vitest';
import type { NoisePlace } from '../corruption';
import { clickNoise, clicks } from './clicks';
import { hum, humNoise } from './hum';
import { pink, pinkNoise } from './pink';
import { powerOf, snrOfLevel } from './snr';

const place = (sample: number): NoisePlace => ({ seed: 5, step: 7, sample });
const length = 512;

/** A decaying tone far from 0, `[length, 1]`. */
const tone = Float32Array.from(
  { length },
  (_, at) => 3 + 0.4 * Math.exp(-at / 300) * Math.sin((2 * Math.PI * 440 * at) / 8000),
);

test('the level goes from 30 dB down to -10 dB', () => {
  expect([snrOfLevel(0), snrOfLevel(0.5), snrOfLevel(0.625), snrOfLevel(1)]).toEqual([30, 10, 5, -10]);
});

describe.each(Object.entries({ pink, hum, clicks }))('%s', (id, corruption) => {
  test.each([0.1, 0.5, 1])(
    'at level %f is added at the ratio of the level, whatever the loudness',
    (level) => {
      for (const gain of [0.1, 2]) {
        const clean = tone.map((value) => gain * value);
        let noisePower = 0;
        for (let sample = 0; sample < 400; sample++) {
          const noisy = new Float32Array(length);
          corruption.apply(clean, noisy, 0, [length, 1], level, place(sample));
          for (let at = 0; at < length; at++) noisePower += ((noisy[at] ?? 0) - (clean[at] ?? 0)) ** 2;
        }
        const measured = 10 * Math.log10((powerOf(clean, 0, length, 1) * 400 * length) / noisePower);
        expect(Math.abs(measured - snrOfLevel(level))).toBeLessThan(0.4);
      }
    },
  );

  test('leaves silence silent', () => {
    const silence = new Float32Array(length).fill(0.5);
    const noisy = new Float32Array(length);
    corruption.apply(silence, noisy, 0, [length, 1], 1, place(1));
    expect(noisy).toEqual(silence);
  });

  test('on an image stays in the range of pixels', () => {
    const image = Float32Array.from({ length: 64 }, (_, at) => at / 63);
    const noisy = new Float32Array(64);
    corruption.apply(image, noisy, 0, [8, 8, 1], 1, place(1));
    expect(noisy.every((pixel) => pixel >= 0 && pixel <= 1)).toBe(true);
    if (id === 'pink') expect(noisy).not.toEqual(image);
  });
});

test('is unlike in two channels', () => {
  const stereo = Float32Array.from({ length: 2 * length }, (_, at) => tone[at >> 1] ?? 0);
  const noisy = new Float32Array(stereo.length);
  pink.apply(stereo, noisy, 0, [length, 2], 1, place(1));
  const same = noisy.filter((value, at) => at % 2 === 0 && value === noisy[at + 1]);
  expect(same).toHaveLength(0);
});

/** Mean power of the noise at a frequency in cycles a point, over many samples. */
function powerAt(noise: typeof pinkNoise, frequency: number, samples = 1500): number {
  const drawn = new Float64Array(length);
  let sum = 0;
  for (let sample = 0; sample < samples; sample++) {
    noise.draw(drawn, length, place(sample), 0);
    let [real, imaginary] = [0, 0];
    for (let at = 0; at < length; at++) {
      // Hann's window, so that the strong low frequencies do not leak.
      const weighted = (drawn[at] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * at) / length));
      real += weighted * Math.cos(2 * Math.PI * frequency * at);
      imaginary += weighted * Math.sin(2 * Math.PI * frequency * at);
    }
    sum += (real * real + imaginary * imaginary) / samples;
  }
  return sum;
}

test('pink noise falls by 3 dB an octave, within 1 dB', () => {
  const decibels = (cycles: number) => 10 * Math.log10(powerAt(pinkNoise, cycles / length));
  const [first, last] = [decibels(4), decibels(64)];
  const slope = (last - first) / 4;
  expect(Math.abs(slope + 3.01)).toBeLessThan(0.5);
  for (const octave of [1, 2, 3])
    expect(Math.abs(decibels(4 * 2 ** octave) - first - slope * octave)).toBeLessThan(1);
});

test('the hum is at 50 Hz and its harmonics only, the fundamental four times the second in power', () => {
  const at = (hertz: number) => powerAt(humNoise, hertz / 8000, 200);
  expect(at(50) / at(100)).toBeGreaterThan(3);
  expect(at(50) / at(100)).toBeLessThan(5);
  expect(at(50) / at(1000)).toBeGreaterThan(1e4);
});

test('clicks are rare and short', () => {
  const noise = new Float64Array(40_000);
  clickNoise.draw(noise, noise.length, place(3), 0);
  // 200 are expected, 5 standard deviations are 70
  const starts = noise.filter((value, at) => at > 0 && Math.abs(value - 0.6 * (noise[at - 1] ?? 0)) > 1e-9);
  expect(starts.length).toBeGreaterThan(130);
  expect(starts.length).toBeLessThan(270);
  expect(noise.filter((value) => Math.abs(value) < 0.1).length / noise.length).toBeGreaterThan(0.9);
});
