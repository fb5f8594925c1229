import { expect, it } from 'vitest';
import { joinArrays } from './card-offers';

it('puts arrays below each other, each row with its name', () => {
  const joined = joinArrays([
    { name: 'a', array: { shape: [1, 2], values: Float32Array.of(1, 2), valueName: 'value' } },
    { name: 'b', array: { shape: [2, 2], values: Float32Array.of(3, 4, 5, 6), valueName: 'value' } },
  ]);
  expect(joined.shape).toEqual([3, 2]);
  expect([...joined.values]).toEqual([1, 2, 3, 4, 5, 6]);
  expect(joined.about?.rows).toEqual([['a'], ['b'], ['b']]);
});
