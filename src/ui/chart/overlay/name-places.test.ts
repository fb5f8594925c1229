import { expect, it } from 'vitest';
import { namePlaces } from './name-places';

it('puts names above their lines where there is room', () => {
  expect(namePlaces([40, 80], 0)).toEqual([
    { top: 24, column: 0 },
    { top: 64, column: 0 },
  ]);
});

it('puts a name below its line at the top, and where the name above it is close', () => {
  expect(namePlaces([5, 60, 64], 0)).toEqual([
    { top: 7, column: 0 },
    { top: 44, column: 0 },
    { top: 66, column: 0 },
  ]);
});

it('lets no two names overlap, however close the lines are', () => {
  const places = namePlaces([100, 104, 108, 112], 0);
  for (const [index, { top, column }] of places.entries()) {
    for (const other of places.slice(index + 1)) {
      expect(other.column !== column || Math.abs(other.top - top) >= 14).toBe(true);
    }
  }
  expect(new Set(places.map(({ column }) => column)).size).toBe(2);
});
