import { expect, test } from 'vitest';
import { masking } from './masking';

function corrupt(level: number): Float32Array {
  const clean = new Float32Array(10_000).fill(0.5);
  const noisy = new Float32Array(10_000);
  masking.apply(clean, noisy, 0, [100, 100, 1], level, { seed: 1, step: 0, sample: 0 });
  return noisy;
}

const erased = (pixels: Float32Array) => pixels.filter((pixel) => pixel === 0).length / pixels.length;

test.each([0.1, 0.5, 0.9])('at level %f that share of the pixels is 0 and the rest unchanged', (level) => {
  const noisy = corrupt(level);
  expect(Math.abs(erased(noisy) - level)).toBeLessThan(0.02);
  expect(noisy.every((pixel) => pixel === 0 || pixel === 0.5)).toBe(true);
});

test('at level 1 nothing is left', () => {
  expect(erased(corrupt(1))).toBe(1);
});

test('a pixel erased at one level stays erased at a higher level', () => {
  const [weak, strong] = [corrupt(0.3), corrupt(0.6)];
  expect(weak.every((pixel, i) => pixel !== 0 || strong[i] === 0)).toBe(true);
});

test('on a signal the rest is at the middle of the range', () => {
  const clean = new Float32Array(1000).fill(3);
  masking.apply(clean, clean, 0, [1000, 1], 0.5, { seed: 1, step: 0, sample: 0 });
  expect(new Set(clean)).toEqual(new Set([0.5, 3]));
});
