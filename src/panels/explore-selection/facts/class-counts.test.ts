import { expect, it } from 'vitest';
import { classCounts } from './class-counts';
import { evenlyOutOf } from '../use-selected-images';

it('counts the classes of the selected images alone, the most frequent first', () => {
  const labels = Uint16Array.of(3, 1, 1, 3, 3, 0);
  expect(classCounts(Uint32Array.of(1, 2, 3, 5), labels)).toEqual([
    { label: 1, count: 2 },
    { label: 0, count: 1 },
    { label: 3, count: 1 },
  ]);
  expect(classCounts(Uint32Array.of(99), labels)).toEqual([]);
});

it('takes a few of many evenly, and all of a few', () => {
  const many = Uint32Array.from({ length: 10 }, (_, i) => i);
  expect([...evenlyOutOf(many, 4)]).toEqual([0, 2, 5, 7]);
  expect([...evenlyOutOf(many, 20)]).toEqual([...many]);
});
