import { describe, expect, test } from 'vitest';
import { cropAbove, resize, type Picture } from './picture';

const picture = (width: number, values: number[]): Picture => ({
  width,
  height: values.length / width,
  values: Float32Array.from(values),
});

describe('resizing', () => {
  test('by 1/2 averages blocks of four', () => {
    const half = resize(picture(4, [0, 1, 0.5, 0.5, 1, 0, 0.5, 0.5]), 0.5);
    expect([half.width, half.height, ...half.values]).toEqual([2, 1, 0.5, 0.5]);
  });

  test('by a fractional factor weights pixels by area', () => {
    const shrunk = resize(picture(3, [1, 0, 0, 1, 0, 0, 1, 0, 0]), 2 / 3);
    shrunk.values.forEach((value, at) => expect(value).toBeCloseTo([2 / 3, 0, 2 / 3, 0][at] ?? 0, 6));
  });

  test('by 2 interpolates between neighbours, with paper beyond the edge', () => {
    const grown = resize(picture(2, [0, 1, 0, 1, 0, 1]), 2);
    expect([grown.width, grown.height]).toEqual([4, 6]);
    [0, 0.25, 0.75, 0.75].forEach((value, x) => expect(grown.values[2 * 4 + x]).toBeCloseTo(value, 6));
  });

  test('by 1 changes nothing', () => {
    const same = picture(3, [0.25, 0.5, 0, 1, 0.125, 0.75]);
    expect(resize(same, 1)).toEqual(same);
  });
});

describe('cropping', () => {
  test('keeps the bounding box of all pixels above the threshold', () => {
    const cropped = cropAbove(picture(4, [0.1, 0, 0, 0, 0, 0, 0.5, 0, 0, 0.3, 0, 0]), 0.2);
    expect(cropped).toEqual(picture(2, [0, 0.5, 0.3, 0].map(Math.fround)));
  });

  test('is null when no pixel is above the threshold', () => {
    expect(cropAbove(picture(2, [0.25, 0.25]), 0.25)).toBeNull();
  });
});
