import { expect, test } from 'vitest';
import { pointDiameter } from './point-diameter';

test('few points are drawn large, many small', () => {
  expect([0, 30, 2000, 10_000, 60_000].map(pointDiameter)).toEqual([8, 8, 3.2, 2.6, 2.6]);
  const counts = Array.from({ length: 200 }, (_, i) => 1 + 60 * i);
  const sizes = counts.map(pointDiameter);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
});
