import { expect, test } from 'vitest';
import { gaussian } from './gaussian';

const shape = [100, 100, 1];
const place = { seed: 1, step: 0, sample: 0 };

function noiseOn(grey: number, level: number): Float32Array {
  const clean = new Float32Array(10_000).fill(grey);
  const noisy = new Float32Array(10_000);
  gaussian.apply(clean, noisy, 0, shape, level, place);
  return noisy.map((pixel) => pixel - grey);
}

function mean(values: Float32Array): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

test.each([0.02, 0.05, 0.1])('at level %f the noise on mid-grey has mean 0 and that deviation', (level) => {
  const noise = noiseOn(0.5, level);
  expect(Math.abs(mean(noise))).toBeLessThan(0.04 * level);
  expect(Math.sqrt(mean(noise.map((x) => x * x))) / level).toBeGreaterThan(0.97);
  expect(Math.sqrt(mean(noise.map((x) => x * x))) / level).toBeLessThan(1.03);
});

test('on black, clipping leaves half of the pixels at 0 and half-normal values on the rest', () => {
  const noise = noiseOn(0, 0.2);
  const black = noise.filter((x) => x === 0).length / noise.length;
  expect(black).toBeGreaterThan(0.48);
  expect(black).toBeLessThan(0.52);
  // E[max(0, N(0, s^2))] = s / sqrt(2 pi)
  expect(mean(noise)).toBeCloseTo(0.2 / Math.sqrt(2 * Math.PI), 2);
});

test('at level 1 about a third of mid-grey pixels turn white and a third black', () => {
  const noise = noiseOn(0.5, 1);
  // P(N > 0.5) = 0.3085
  expect(noise.filter((x) => x === 0.5).length / noise.length).toBeCloseTo(0.3085, 1);
  expect(noise.filter((x) => x === -0.5).length / noise.length).toBeCloseTo(0.3085, 1);
});

test('on a signal nothing is clipped: the noise has its mean and deviation at every level and value', () => {
  for (const [value, level] of [
    [0, 0.2],
    [1.4, 1],
    [-3, 0.5],
  ] as const) {
    // prettier-ignore
    const clean = new Float32Array(10_000).fill(value);
    const noisy = new Float32Array(10_000);
    gaussian.apply(clean, noisy, 0, [10_000, 1], level, place);
    const noise = noisy.map((each) => each - value);
    expect(Math.abs(mean(noise))).toBeLessThan(0.05 * level);
    expect(Math.sqrt(mean(noise.map((x) => x * x))) / level).toBeCloseTo(1, 1);
  }
});
