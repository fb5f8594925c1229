import { expect, test } from 'vitest';
import { nearestStart } from './nearest-start';

test('the nearest window is found, also between and beyond them', () => {
  const starts = [0, 10, 20, 50];
  expect([-5, 0, 4, 6, 34, 36, 90].map((point) => nearestStart(starts, point))).toEqual([
    0, 0, 0, 10, 20, 50, 50,
  ]);
  expect(nearestStart([], 3)).toBeNull();
});
