import { expect, it } from 'vitest';
import { errorGainFor } from './error-gain';
import { sampleLook } from '../looks';

it('errors of signals grow in round steps until they would reach the edge', () => {
  const look = sampleLook([3, 1]);
  const gain = (...errors: number[]) => errorGainFor(look, Float32Array.from(errors));
  expect([gain(0.6, 0), gain(-0.5, 0), gain(0.2, -0.1), gain(0.004, NaN)]).toEqual([1, 1, 2, 100]);
  expect(gain(0, 0)).toBe(1000);
});

it('those of images keep the gain of their kind', () => {
  expect(errorGainFor(sampleLook([2, 2, 1]), Float32Array.of(0.01))).toBe(1);
  expect(errorGainFor(sampleLook([2, 2, 3]), Float32Array.of(0.01))).toBe(3);
});
