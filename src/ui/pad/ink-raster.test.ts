import { expect, it } from 'vitest';
import { emptyRaster, inkLine } from './ink-raster';
import { strokeEnd, strokeExtension } from './stroke';

it('inks a dot of the area of a disc', () => {
  const raster = emptyRaster(40);
  inkLine(raster, { x: 20, y: 20 }, { x: 20, y: 20 }, 12);
  const area = raster.alpha.reduce((sum, value) => sum + value, 0) / 255;
  expect(area).toBeGreaterThan(0.98 * Math.PI * 36);
  expect(area).toBeLessThan(1.02 * Math.PI * 36);
});

it('inks a line with round ends: a rectangle and a disc', () => {
  const raster = emptyRaster(60);
  inkLine(raster, { x: 12.3, y: 20.1 }, { x: 45.9, y: 41.7 }, 10);
  const length = Math.hypot(33.6, 21.6);
  const area = raster.alpha.reduce((sum, value) => sum + value, 0) / 255;
  expect(area / (10 * length + Math.PI * 25)).toBeCloseTo(1, 2);
});

it('names every pixel that it changed, and none outside the picture', () => {
  const raster = emptyRaster(30);
  const { left, top, right, bottom } = inkLine(raster, { x: -5, y: 3 }, { x: 8, y: 40 }, 9);
  expect([left, top, right, bottom]).toEqual([0, 0, 14, 30]);
  raster.alpha.forEach((value, at) => {
    if (value > 0) expect(at % 30).toBeLessThan(right);
  });
});

it('never takes ink away', () => {
  const raster = emptyRaster(30);
  inkLine(raster, { x: 5, y: 15 }, { x: 25, y: 15 }, 8);
  const before = Uint8ClampedArray.from(raster.alpha);
  inkLine(raster, { x: 15, y: 5 }, { x: 15, y: 25 }, 4);
  expect(raster.alpha.every((value, at) => value >= before[at]!)).toBe(true);
});

it('a stroke goes from midpoint to midpoint without a gap, and ends where the pen is lifted', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 40, y: 0 },
    { x: 40, y: 40 },
  ];
  const pieces = [
    strokeExtension(points.slice(0, 1)),
    strokeExtension(points.slice(0, 2)),
    strokeExtension(points),
    strokeEnd(points),
  ];
  pieces.slice(1).forEach((piece, index) => {
    expect(piece[0]).toEqual(pieces[index]?.at(-1));
  });
  expect(strokeEnd(points).at(-1)).toEqual({ x: 40, y: 40 });
  for (const piece of pieces.slice(1, 3)) {
    piece.slice(1).forEach(({ x, y }, at) => {
      const before = piece[at] ?? { x: NaN, y: NaN };
      expect(Math.hypot(x - before.x, y - before.y)).toBeLessThanOrEqual(3);
    });
  }
});
