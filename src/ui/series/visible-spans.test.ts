import { expect, test } from 'vitest';
import { visibleSpans } from './visible-spans';

const inside = { start: 0, end: 100 };
const tenth = (point: number) => point / 10;

test('stretches that are no pixel apart are one span', () => {
  const stretches = [
    { from: 500, to: 600 },
    { from: 0, to: 100 },
    { from: 105, to: 200 },
  ];
  expect(visibleSpans(stretches, tenth, inside)).toEqual([
    { start: 0, end: 20 },
    { start: 50, end: 60 },
  ]);
});

test('a short one is still seen, and what is out of view is not drawn', () => {
  const stretches = [
    { from: 400, to: 401 },
    { from: 2000, to: 2100 },
  ];
  expect(visibleSpans(stretches, tenth, inside)).toEqual([{ start: 40, end: 41.5 }]);
  expect(visibleSpans([{ from: 900, to: 5000 }], tenth, inside)).toEqual([{ start: 90, end: 100 }]);
});

test('there are never more than the plot has room for', () => {
  const many = Array.from({ length: 50_000 }, (_, i) => ({ from: i * 20, to: i * 20 + 5 }));
  expect(visibleSpans(many, (point) => point / 10_000, inside).length).toBeLessThanOrEqual(100);
});
