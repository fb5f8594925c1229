import { describe, expect, it } from 'vitest';
import { inShape } from './other-shape';
import { filled, rasterOf, withChannels, type Raster } from './raster';
import { cutTiles, joinTiles, tileFrame, tileRows } from './tiles';

/** Brightness rises to the right, red falls from top to bottom. */
const slope: Raster = {
  width: 60,
  height: 30,
  channels: 3,
  values: Float32Array.from({ length: 60 * 30 * 3 }, (_, at) => {
    const pixel = Math.floor(at / 3);
    return at % 3 === 0 ? 1 - Math.floor(pixel / 60) / 30 : (pixel % 60) / 60;
  }),
};

describe('tiles of a picture', () => {
  it.each([
    ['grey images', [7, 5, 1]],
    ['colour images', [8, 8, 3]],
    ['signals whose length fills their tile', [36, 1]],
    ['signals of two channels', [20, 2]],
  ])('of %s make the picture again when they are put together', (_, shape) => {
    const columns = 4;
    const rows = tileRows(slope, shape, columns);
    const tiles = cutTiles(slope, shape, { columns, rows });
    const joined = joinTiles(tiles, shape);
    const { width, height, channels } = tileFrame(shape);
    expect([joined.width, joined.height]).toEqual([columns * width, rows * height]);
    const expected = filled(withChannels(slope, channels), joined.width, joined.height);
    joined.values.forEach((value, at) => expect(value).toBeCloseTo(expected.values[at] ?? NaN, 5));
    // The proportions stay, to half a tile.
    expect(Math.abs(joined.width / 2 - joined.height)).toBeLessThanOrEqual(height / 2 + width / 2);
  });

  it('of a signal that does not fill its tile leave the mean where it ends', () => {
    expect(tileFrame([7, 1])).toEqual({ width: 3, height: 3, channels: 1 });
    const values = Float32Array.of(0, 0, 0, 0.5, 0.5, 0.5, 1);
    const { values: joined } = joinTiles({ columns: 1, rows: 1, values }, [7, 1]);
    expect([...joined.subarray(0, 7)]).toEqual([...values]);
    expect(joined[7]).toBeCloseTo(2.5 / 7, 6);
  });
});

describe('a sample in another shape', () => {
  it('keeps its brightness in grey, and every channel in colour', () => {
    const colour = Float32Array.from({ length: 4 * 4 * 3 }, (_, at) => [1, 0.5, 0][at % 3] ?? 0);
    const grey = inShape(colour, [4, 4, 3], [2, 2, 1]);
    for (const value of grey) expect(value).toBeCloseTo(0.299 + 0.5 * 0.587, 6);
    const back = inShape(grey, [2, 2, 1], [3, 3, 3]);
    expect(back).toHaveLength(27);
    for (const value of back) expect(value).toBeCloseTo(0.299 + 0.5 * 0.587, 6);
  });

  it('is the mean of four pixels at half the size', () => {
    const image = Float32Array.from({ length: 16 }, (_, at) => at);
    expect([...inShape(image, [4, 4, 1], [2, 2, 1])]).toEqual([2.5, 4.5, 10.5, 12.5]);
  });

  it('of the mean is the mean of the samples: the conversion is linear', () => {
    const [from, to] = [
      [5, 7, 3],
      [6, 4, 1],
    ];
    const samples = Float32Array.from({ length: 3 * 105 }, (_, at) => Math.sin(at * 1.7) ** 2);
    const mean = Float32Array.from({ length: 105 }, (_, at) =>
      [0, 1, 2].reduce((sum, row) => sum + (samples[row * 105 + at] ?? 0) / 3, 0),
    );
    const converted = inShape(samples, from, to);
    inShape(mean, from, to).forEach((value, at) => {
      const average = [0, 1, 2].reduce((sum, row) => sum + (converted[row * 24 + at] ?? 0) / 3, 0);
      expect(value).toBeCloseTo(average, 5);
    });
  });

  it('stretches a signal', () => {
    expect([...inShape(Float32Array.of(0, 1, 0), [3, 1], [5, 1])]).toEqual([0, 0.5, 1, 0.5, 0]);
    expect([...inShape(Float32Array.of(0, 1, 1, 0), [2, 2], [2, 1])]).toEqual([0.5, 0.5]);
  });
});

it('what is transparent in a picture is white', () => {
  const rgba = Uint8ClampedArray.of(10, 20, 30, 0, 255, 0, 0, 255);
  expect([...rasterOf({ width: 2, height: 1, rgba }).values]).toEqual([1, 1, 1, 1, 0, 0]);
});
