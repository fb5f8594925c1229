import { expect, it } from 'vitest';
import { boxAt, layerGrid, placeUnder } from './layer-grid';

const nodes = { rows: 1, columns: 1 };
const box = { width: 110, height: 400 };

it.each([
  [{ units: 256, ...nodes }, 11],
  [{ units: 16, ...nodes }, 24],
  [{ units: 16, rows: 14, columns: 14 }, 11],
  [{ units: 32, rows: 20, columns: 1 }, 11],
])('every unit of %o stands in the box, and is found where it stands', (shape, least) => {
  const grid = layerGrid(shape, box, least);
  expect(grid.room).toBe(shape.units);
  for (let place = 0; place < grid.room; place++) {
    const { x, y, width, height } = boxAt(grid, place);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(box.width + 1e-6);
    expect(y + height).toBeLessThanOrEqual(box.height + 1e-6);
    expect(placeUnder(grid, x + width / 2, y + height / 2)).toBe(place);
  }
  expect(placeUnder(grid, -5, 10)).toBeNull();
});

it('where units would be too small to point at, there is room for fewer', () => {
  const grid = layerGrid({ units: 1024, ...nodes }, box, 24);
  expect(grid.room).toBe(4 * 16);
  expect(Math.min(grid.pitch.width, grid.pitch.height)).toBeGreaterThanOrEqual(24);
  expect(layerGrid({ units: 64, rows: 100, columns: 1 }, box, 24).room).toBe(Math.floor(400 / 18));
});
