import { expect, test } from 'vitest';
import { around, fewestPoints, panned, wholeSeries, zoomed, zoomPoint } from './series-view';

const length = 1000;

test('zooming keeps the point under the pointer where it is', () => {
  const view = zoomed(wholeSeries(length), 4, 300, length);
  expect(view).toEqual({ from: 225, to: 475 });
  expect((300 - view.from) / (view.to - view.from)).toBeCloseTo(0.3, 10);
  expect(zoomed(view, 0.25, 300, length)).toEqual(wholeSeries(length));
});

test('it ends at the whole series, and at a few points', () => {
  expect(zoomed(wholeSeries(length), 0.5, 500, length)).toEqual(wholeSeries(length));
  const close = zoomed(wholeSeries(length), 1e6, 999, length);
  expect(close.to - close.from).toBe(fewestPoints);
  expect(close.to).toBeLessThanOrEqual(length);
  expect(zoomed(wholeSeries(5), 10, 2, 5)).toEqual(wholeSeries(5));
});

test('keys zoom about what is chosen, where it is in view', () => {
  const view = { from: 100, to: 300 };
  expect(zoomPoint(view, { from: 120, to: 140 })).toBe(130);
  expect(zoomPoint(view, { from: 500, to: 540 })).toBe(200);
  expect(zoomPoint(view, null)).toBe(200);
});

test('panning ends at the ends', () => {
  const view = { from: 100, to: 300 };
  expect(panned(view, 50, length)).toEqual({ from: 150, to: 350 });
  expect(panned(view, -500, length)).toEqual({ from: 0, to: 200 });
  expect(panned(view, 5000, length)).toEqual({ from: 800, to: 1000 });
});

test('a stretch is shown with what is around it', () => {
  expect(around({ from: 400, to: 500 }, 100, length)).toEqual({ from: 300, to: 600 });
  expect(around({ from: 400, to: 410 }, 200, length)).toEqual({ from: 305, to: 505 });
  expect(around({ from: 980, to: 1000 }, 200, length)).toEqual({ from: 800, to: 1000 });
});
