import { expect, test } from 'vitest';
import { amountText, doingText, rangeText, shapeText } from './words';

test('progress is told in whole units, with the total where it is known', () => {
  expect(amountText({ stage: 'parsing', done: 34_000, total: 100_000, unit: 'rows' })).toBe(
    '34,000 of 100,000 rows',
  );
  expect(amountText({ stage: 'decoding', done: 12, total: 0, unit: 'files' })).toBe('12 files');
  expect(amountText({ stage: 'reading', done: 12.3e6, total: 54.9e6, unit: 'bytes' })).toBe(
    '12.3 of 54.9 MB',
  );
  expect(doingText(null)).toBe('Looking at the files');
});

test.each([
  [[28, 28, 1], '28 × 28 pixels, grey'],
  [[30, 40, 3], '30 high × 40 wide, colour'],
  [[96, 1], '96 values'],
  [[96, 3], '96 values in 3 channels'],
])('the shape %o reads %s', (shape, text) => {
  expect(shapeText(shape)).toBe(text);
});

test('a range keeps its sign', () => {
  expect(rangeText([-1.5, 255])).toBe('−1.5 to 255');
});
