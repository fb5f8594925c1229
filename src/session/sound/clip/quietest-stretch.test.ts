import { expect, it } from 'vitest';
import { quietestStretch } from './quietest-stretch';

it('is the half second with the least power, and never exact silence', () => {
  const samples = new Float32Array(24_000).fill(0.5);
  samples.fill(0, 0, 6000);
  samples.fill(0.01, 12_000, 17_000);
  const quiet = quietestStretch(samples);
  expect(quiet).toHaveLength(4000);
  expect(quiet.every((value) => value === Math.fround(0.01))).toBe(true);
});

it('is all of a short recording', () => {
  const samples = new Float32Array(3000).fill(1);
  expect(quietestStretch(samples)).toBe(samples);
});
