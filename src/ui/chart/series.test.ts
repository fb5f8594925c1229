import { expect, it } from 'vitest';
import { nearestIndex, readAt } from './series';
import type { ChartSeries } from './series';

const series = (id: string, x: number[], y: number[]): ChartSeries => ({
  id,
  label: id,
  colour: 'red',
  x,
  y,
});

it('finds the nearest entry, the earlier one of two at the same distance', () => {
  const x = [0, 10, 20, 40];
  expect([-5, 4, 5, 6, 29, 31, 99].map((target) => nearestIndex(x, target))).toEqual([0, 0, 0, 1, 2, 3, 3]);
  expect(nearestIndex([], 3)).toBe(-1);
});

it('reads every series at the measured place nearest to the pointer', () => {
  const train = series('train', [0, 10, 20, 30], [4, 3, 2, 1]);
  const test = series('test', [0, 30], [5, 1.5]);
  const found = readAt([train, test], 21);
  expect(found?.x).toBe(20);
  expect(found?.readings.map(({ x, value }) => [x, value])).toEqual([
    [20, 2],
    [30, 1.5],
  ]);
});

it('reads a curve of rates between whole numbers', () => {
  const roc = series('roc', [0, 0.02, 0.1, 0.45, 1], [0, 0.6, 0.8, 0.97, 1]);
  expect(readAt([roc], 0.12)?.readings).toEqual([{ series: roc, x: 0.1, value: 0.8 }]);
  expect(readAt([series('none', [], [])], 0.5)).toBeNull();
});
