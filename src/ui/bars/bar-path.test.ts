import { expect, it } from 'vitest';
import { barPaths } from './bar-path';

const box = { width: 100, zero: 50, unit: 10 };
const bars = (path: string) => (path.match(/M/g) ?? []).length;

it('puts each value above or below zero', () => {
  const { positive, negative } = barPaths([1, -2, 3, 0, -0.5], box);
  expect(bars(positive)).toBe(3);
  expect(bars(negative)).toBe(2);
});

it('draws a bar as high as its value', () => {
  const { positive, negative } = barPaths([2, -2], box);
  // 20 px: a straight side and a round corner of 2.5
  expect(positive).toContain('v-17.50a2.50');
  expect(negative).toContain('v17.50a2.50');
});

it('leaves out what is not a number', () => {
  expect(barPaths([NaN, Infinity], box)).toEqual({ positive: '', negative: '' });
});
