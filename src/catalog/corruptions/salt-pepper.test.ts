import { expect, test } from 'vitest';
import { saltPepper } from './salt-pepper';

function corrupt(level: number): Float32Array {
  const clean = new Float32Array(10_000).fill(0.5);
  const noisy = new Float32Array(10_000);
  saltPepper.apply(clean, noisy, 0, [100, 100, 1], level, { seed: 1, step: 0, sample: 0 });
  return noisy;
}

const share = (pixels: Float32Array, value: number) =>
  pixels.filter((pixel) => pixel === value).length / pixels.length;

test.each([0.1, 0.4, 0.9])('at level %f that share of the pixels changes, half of it to white', (level) => {
  const noisy = corrupt(level);
  // standard error at most 0.005
  expect(Math.abs(share(noisy, 0.5) - (1 - level))).toBeLessThan(0.02);
  expect(Math.abs(share(noisy, 1) - level / 2)).toBeLessThan(0.02);
  expect(Math.abs(share(noisy, 0) - level / 2)).toBeLessThan(0.02);
});

test('at level 1 every pixel is black or white', () => {
  expect(share(corrupt(1), 0.5)).toBe(0);
});

test('a pixel that changes at one level changes the same way at a higher level', () => {
  const [weak, strong] = [corrupt(0.3), corrupt(0.6)];
  expect(weak.every((pixel, i) => pixel === 0.5 || pixel === strong[i])).toBe(true);
});
