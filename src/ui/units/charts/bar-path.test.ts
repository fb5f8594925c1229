import { expect, it } from 'vitest';
import { barPaths, codeScale, whiskerPath } from './bar-path';

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

it('scales so that values and their whiskers fit', () => {
  expect(codeScale([2, -1], null, 32)).toEqual({ zero: 21, unit: 10 });
  // 2 + 1 above and -1 - 1 below: whiskers need more than the bars.
  expect(codeScale([2, -1], [1, 1], 52)).toEqual({ zero: 31, unit: 10 });
  // A small mean with a wide spread reaches below zero.
  expect(codeScale([0.5], [1.5], 32)).toEqual({ zero: 21, unit: 10 });
  expect(codeScale([0, 0], null, 12)).toEqual({ zero: 11, unit: 10 });
});

it('draws a whisker from one deviation above the value to one below, with caps only where there is room', () => {
  expect(whiskerPath([2], [1], { width: 4, zero: 50, unit: 10 })).toBe('M2.00 20.00V40.00');
  const wide = whiskerPath([2, NaN], [1, 1], { width: 20, zero: 50, unit: 10 });
  expect(wide).toBe('M5.00 20.00V40.00M3.00 20.00h4.00M3.00 40.00h4.00');
});
