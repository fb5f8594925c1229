import { expect, it } from 'vitest';
import { componentImages, unitCodes } from './component-images';

it('an eigenimage is the mean and so many deviations of its component', () => {
  const model = {
    mean: Float32Array.of(1, 2),
    components: Float32Array.of(0, 1, 1, 0),
    deviations: Float32Array.of(3, 0.5),
  };
  expect(Array.from(componentImages(model, 0, 16, 2))).toEqual([1, 2, 1, 8, 2, 2]);
  expect(Array.from(componentImages(model, 1, 16, -2))).toEqual([1, 2, 0, 2]);
});

it('there are no eigenimages beyond the components that were computed', () => {
  const first = {
    mean: Float32Array.of(1, 2, 3),
    components: Float32Array.of(0, 1, 0),
    deviations: Float32Array.of(3),
  };
  expect(Array.from(componentImages(first, 0, 16, 1))).toEqual([1, 2, 3, 1, 5, 3]);
  expect(Array.from(componentImages(first, 16, 16, 1))).toEqual([1, 2, 3]);
});

it('a unit moves alone from the mean code', () => {
  const range = (unit: number, mean: number, variance: number) => ({ unit, mean, variance, low: 0, high: 0 });
  const ranges = [range(0, 1, 4), range(1, -1, 9)];
  expect(Array.from(unitCodes(ranges, [ranges[1] ?? range(1, 0, 0)], 2))).toEqual([1, -1, 1, 5]);
});
