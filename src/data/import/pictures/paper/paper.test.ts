import { expect, test } from 'vitest';
import type { Raster } from '../raster';
import { drawnOn, mayBeTransparent, paperFor } from './paper';

const row = (...pixels: number[]): Raster => ({
  width: pixels.length,
  height: 1,
  channels: 1,
  pixels: Uint8Array.from(pixels),
});

test('light strokes lie on black, dark ones on white', () => {
  // A stroke of one pixel, at full and at half opacity, beside two transparent pixels.
  const light = drawnOn(row(240, 248, 255, 255), row(240, 120, 0, 0));
  expect(light).toEqual({ opacity: expect.closeTo(1.498, 3) as number, light: 360 });
  expect(paperFor([light!])).toBe('black');
  const dark = drawnOn(row(20, 138, 255, 255), row(20, 10, 0, 0));
  expect(paperFor([dark!])).toBe('white');
});

test('all pictures get one paper, as most of what is drawn asks for', () => {
  const light = { opacity: 10, light: 2000 };
  expect(paperFor([light, { opacity: 2, light: 0 }])).toBe('black');
  expect(paperFor([light, { opacity: 20, light: 0 }])).toBe('white');
  expect(paperFor([{ opacity: 0, light: 0 }])).toBe('white');
});

test('an opaque picture is the same on either paper', () => {
  expect(drawnOn(row(0, 128, 255), row(0, 128, 255))).toBeNull();
});

test('a JPEG, and a PNG without opacity, are known to be opaque by their first bytes', () => {
  const png = (colourType: number, ...chunk: number[]) =>
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, ...new Array<number>(21).fill(0), colourType, 0, 0, ...chunk);
  const transparency = [...new TextEncoder().encode('tRNS')];
  expect(mayBeTransparent(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe(false);
  expect(mayBeTransparent(png(2))).toBe(false);
  expect(mayBeTransparent(png(3, 7, ...transparency))).toBe(true);
  expect(mayBeTransparent(png(6))).toBe(true);
  expect(mayBeTransparent(new TextEncoder().encode('GIF89a'))).toBe(true);
});
