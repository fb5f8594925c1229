import { expect, test } from 'vitest';
import { compand, expand, patchShape, patchSize } from '../../../core/sound/cleaning/spectral-patch';
import { bankBins, bankFrames, noiseFrames } from './noise-frames';
import { spectral } from './spectral';

const drawn = 4000;

/** Noisy magnitudes of patches of one magnitude, `[drawn, patchSize]`. */
function noisyMagnitudes(magnitude: number, level: number): number[][] {
  const clean = new Float32Array(patchSize).fill(compand(magnitude));
  const noisy = new Float32Array(patchSize);
  return Array.from({ length: drawn }, (_, sample) => {
    spectral.apply(clean, noisy, 0, patchShape, level, { seed: 1, step: 2, sample });
    return Array.from(noisy, expand);
  });
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const powerOf = (values: readonly number[]) => meanOf(values.map((value) => value * value));

test('noise in silence is at most as strong as the level says, and at most 27 dB softer, another strength each time', () => {
  const powers = noisyMagnitudes(0, 0.5).map(powerOf);
  const decibels = powers.map((power) => 10 * Math.log10(power / 4));
  // A patch holds few independent numbers, and the noise may rise by 24 dB over it, which makes its upper half loud.
  expect(Math.max(...decibels)).toBeLessThan(9);
  expect(Math.min(...decibels)).toBeGreaterThan(-27 - 5);
  expect(meanOf(decibels)).toBeGreaterThan(-14);
  expect(meanOf(decibels)).toBeLessThan(-9);
});

test('noise weakens a partial as often as it strengthens it: powers add on average', () => {
  const level = 0.2;
  const added = powerOf(noisyMagnitudes(0, level).flat());
  const magnitudes = noisyMagnitudes(10, level).flat();
  expect(powerOf(magnitudes)).toBeCloseTo(100 + added, 0);
  const weakened = meanOf(magnitudes.map((value) => Number(value < 10)));
  expect(weakened).toBeGreaterThan(0.44);
  expect(weakened).toBeLessThan(0.5);
});

test('the stored noise is white, and correlated between neighbours as the spectrum of white noise is', () => {
  const { re, im } = noiseFrames();
  const correlation = (frames: number, bins: number) => {
    let [real, imaginary, count] = [0, 0, 0];
    for (let frame = 0; frame + frames < bankFrames; frame++)
      for (let bin = 0; bin + bins < bankBins; bin++) {
        const a = frame * bankBins + bin;
        const b = (frame + frames) * bankBins + bin + bins;
        real += re[a]! * re[b]! + im[a]! * im[b]!;
        imaginary += im[a]! * re[b]! - re[a]! * im[b]!;
        count++;
      }
    return Math.hypot(real, imaginary) / count;
  };
  expect(correlation(0, 0)).toBeCloseTo(1, 1);
  // The window is a sine, sin(x)^2 its square: of a cosine of one bin the half stays.
  expect(correlation(0, 1)).toBeCloseTo(0.5, 1);
  expect(correlation(0, 3)).toBeLessThan(0.03);
  // Frames a whole length apart share no point.
  expect(correlation(4, 0)).toBeLessThan(0.03);
});
