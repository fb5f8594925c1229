import { expect, test } from 'vitest';
import { areaPath, seriesPath } from './series-path';

const toY = (value: number) => 100 - value;
const one = (values: number[]) => ({ values, channels: 1, channel: 0 });

test('few points are a line through each of them, broken where one is missing', () => {
  const path = seriesPath(one([1, 2, NaN, 4]), { view: { from: 0, to: 4 }, width: 40, toY });
  expect(path).toBe('M5.0 99.0L15.0 98.0M35.0 96.0');
});

test('many points are a band that holds the highest and the lowest', () => {
  const values = Array.from({ length: 100 }, (_, i) => (i === 37 ? 50 : i % 2));
  const path = seriesPath(one(values), { view: { from: 0, to: 100 }, width: 10, toY });
  expect(path).toContain('3.5 50.0');
  expect(path.startsWith('M0.5 99.0L1.5 99.0')).toBe(true);
  expect(path.endsWith('L0.5 100.0Z')).toBe(true);
});

test('the area between two lines goes along one and back along the other', () => {
  const path = areaPath([1, 2], [3, 4], 10, { view: { from: 10, to: 12 }, width: 20, toY });
  expect(path).toBe('M5.0 99.0L15.0 98.0L15.0 96.0L5.0 97.0Z');
});
