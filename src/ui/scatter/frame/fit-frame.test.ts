import { expect, it } from 'vitest';
import { fitFrame, nearestPoint, normalisePoints, panBy, restingView, toPixel, zoomAt } from './fit-frame';

const size = { width: 400, height: 200 };

/** A grid that fills [0, 10] x [0, 2]. */
function grid(scale = 1): Float32Array {
  const points: number[] = [];
  for (let x = 0; x <= 10; x++) for (let y = 0; y <= 10; y++) points.push(x * scale, (y / 5) * scale);
  return new Float32Array(points);
}

it('fits all points into the view and keeps their proportions', () => {
  const points = grid();
  const frame = fitFrame(points, 2, null);
  const { x, y } = normalisePoints(points, frame);
  expect(Math.max(...x)).toBeLessThanOrEqual(2); // in units of half the height, the view is 2 wide to either side
  expect(Math.max(...y)).toBeLessThanOrEqual(1);
  // 10 wide and 2 high before, and still five times as wide as high
  expect((Math.max(...x) - Math.min(...x)) / (Math.max(...y) - Math.min(...y))).toBeCloseTo(5, 5);
});

it('does not let one far point crush the others', () => {
  const points = new Float32Array(4002).fill(0).map(() => Math.random());
  points[4000] = 1e6;
  expect(fitFrame(points, 2, null).scale).toBeLessThan(1);
});

it('stays calm while the points stay inside, and moves when they leave or shrink', () => {
  const first = fitFrame(grid(), 2, null);
  expect(fitFrame(grid(0.9), 2, first)).toBe(first);
  expect(fitFrame(grid(2), 2, first)).not.toBe(first);
  expect(fitFrame(grid(0.3), 2, first)).not.toBe(first);
  expect(fitFrame(grid(), 1, first)).not.toBe(first);
});

it('survives points that are not numbers', () => {
  const points = new Float32Array([NaN, 1, 0, 0, 1, 1, 2, Infinity]);
  const frame = fitFrame(points, 2, null);
  expect(Number.isFinite(frame.scale)).toBe(true);
  expect(normalisePoints(points, frame).x[0]).toBe(1e6);
  expect(Number.isFinite(fitFrame(new Float32Array([NaN, NaN]), 2, null).scale)).toBe(true);
});

it('zooms around the pixel under the pointer', () => {
  const pixel = { x: 300, y: 40 };
  // (2, 0.6) in normalised units is under that pixel before
  const place = { x: 1, y: 0.6 };
  expect(toPixel(place.x, place.y, restingView, size)).toEqual(pixel);
  const after = toPixel(place.x, place.y, zoomAt(restingView, 3, pixel, size), size);
  expect(after.x).toBeCloseTo(pixel.x, 9);
  expect(after.y).toBeCloseTo(pixel.y, 9);
});

it('moves every point by the pixels dragged', () => {
  const view = panBy(zoomAt(restingView, 2, { x: 50, y: 60 }, size), 30, -12, size);
  const before = toPixel(0.2, 0.3, zoomAt(restingView, 2, { x: 50, y: 60 }, size), size);
  const after = toPixel(0.2, 0.3, view, size);
  expect(after.x - before.x).toBeCloseTo(30, 9);
  expect(after.y - before.y).toBeCloseTo(-12, 9);
});

it('finds the point nearest to the pointer, and none beyond its reach', () => {
  const points = { x: new Float32Array([0, 0.1, 1]), y: new Float32Array([0, 0, 0.5]) };
  const view = zoomAt(restingView, 1.7, { x: 10, y: 10 }, size);
  const pixel = toPixel(0.1, 0, view, size);
  expect(nearestPoint(points, { x: pixel.x + 3, y: pixel.y }, view, size, 8)).toBe(1);
  expect(nearestPoint(points, { x: pixel.x, y: pixel.y + 9 }, view, size, 8)).toBeNull();
});
