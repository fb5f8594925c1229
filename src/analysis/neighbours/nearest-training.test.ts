import { expect, it } from 'vitest';
import type { Samples } from '../../core/samples/samples';
import { nearestTraining } from './nearest-training';

/** One pixel each: 0, 10, … 90 of 255, in classes 0 and 1 by turns. */
const train: Samples = {
  values: Uint8Array.from({ length: 10 }, (_, i) => 10 * i),
  shape: [1, 1, 1],
  count: 10,
  labels: Uint16Array.from({ length: 10 }, (_, i) => i % 2),
  classNames: ['even', 'odd'],
};

it('looks among the samples that are trained on, and names their places in the training set', async () => {
  const image = Float32Array.of(41 / 255);
  const all = await nearestTraining({ train, picked: null }, image, 2);
  expect([...all.indices]).toEqual([4, 5]);
  const odd = await nearestTraining({ train, picked: Uint32Array.of(1, 3, 5, 7, 9) }, image, 2);
  expect([...odd.indices]).toEqual([5, 3]);
  expect([...odd.labels]).toEqual([1, 1]);
  expect(odd.mse[0]).toBeCloseTo((9 / 255) ** 2, 8);
  expect(odd.images[0]).toBeCloseTo(50 / 255, 6);
});

it('finds no more than are trained on', async () => {
  const one = await nearestTraining({ train, picked: Uint32Array.of(6) }, Float32Array.of(0), 3);
  expect([...one.indices]).toEqual([6]);
});
