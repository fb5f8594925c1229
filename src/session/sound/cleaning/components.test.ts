import { expect, it } from 'vitest';
import { componentsBeside } from './components';

it('gives PCA as many numbers as the network has for the same stretch of sound', () => {
  expect(componentsBeside('raw', 64)).toBe(64);
  // 36 numbers for the 144 points of a patch are 128 for the 512 of a window.
  expect(componentsBeside('spectrum', 36)).toBe(128);
  expect(componentsBeside('spectrum', 400)).toBe(512);
  expect(componentsBeside(null, 2)).toBe(128);
});
