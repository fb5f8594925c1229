import { expect, it } from 'vitest';
import { toPixel, zoomAt } from './fit-frame';
import { fromPixel, toData, visibleRegion } from './visible-region';

const size = { width: 300, height: 200 };
const view = zoomAt({ zoom: 1, panX: 0.2, panY: -0.1 }, 3, { x: 40, y: 60 }, size);
const frame = { centreX: 5, centreY: -2, scale: 4, aspect: 1.5 };

it('a pixel and its place in the data are two ways to say the same', () => {
  const place = fromPixel({ x: 120, y: 30 }, view, size);
  const back = toPixel(place.x, place.y, view, size);
  expect([back.x, back.y]).toEqual([expect.closeTo(120, 9), expect.closeTo(30, 9)]);
  expect(toData({ x: 0, y: 1 }, frame)).toEqual({ x: 5, y: 2 });
});

it('the visible region has the shape of the map and shrinks as it is zoomed', () => {
  const resting = visibleRegion(frame, { zoom: 1, panX: 0, panY: 0 }, size);
  expect(resting).toEqual({ left: -1, right: 11, bottom: -6, top: 2 });
  const zoomed = visibleRegion(frame, view, size);
  expect((zoomed.right - zoomed.left) / (zoomed.top - zoomed.bottom)).toBeCloseTo(1.5, 9);
  expect(zoomed.right - zoomed.left).toBeCloseTo(4, 9);
});
