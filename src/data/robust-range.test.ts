import { expect, test } from 'vitest';
import { robustRange } from './robust-range';

test('is the 0.1st and the 99.9th percentile, with a twentieth of their distance more at either end', () => {
  const values = Float32Array.from({ length: 10_001 }, (_, at) => ((at * 7919) % 10_001) / 100);
  const [low, high] = robustRange(values);
  expect(low).toBeCloseTo(0.1 - 0.05 * 99.8, 4);
  expect(high).toBeCloseTo(99.9 + 0.05 * 99.8, 4);
});

test('does not follow a few spikes', () => {
  const values = Float32Array.from({ length: 10_000 }, (_, at) => Math.sin(at));
  const calm = robustRange(values);
  for (let at = 0; at < 5; at++) values[at * 1000] = 1e6;
  expect(robustRange(values)[1]).toBeCloseTo(calm[1], 2);
});

test('is never empty', () => {
  const spike = new Float32Array(10_000);
  spike[3] = 2;
  const [low, high] = robustRange(spike);
  expect(low < 0 && high > 2).toBe(true);
  expect(robustRange(new Float32Array(10).fill(3))).toEqual([3, 4]);
});
