import { describe, expect, test } from 'vitest';
import { sampleSize, type SampleShape } from '../../../core/samples/samples';
import { block } from './block';

function corrupt(shape: SampleShape, level: number, sample = 0): Float32Array {
  const clean = new Float32Array(sampleSize(shape)).fill(1);
  const noisy = new Float32Array(clean.length);
  block.apply(clean, noisy, 0, shape, level, { seed: 1, step: 0, sample });
  return noisy;
}

/** Rows and columns of the bounding box of the erased pixels, and their number. */
function hole(pixels: Float32Array, height: number, width: number, erased = 0) {
  let [top, bottom, left, right, area] = [height, -1, width, -1, 0];
  for (let at = 0; at < height * width; at++) {
    if (pixels[at] !== erased) continue;
    const [row, column] = [Math.floor(at / width), at % width];
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    [left, right] = [Math.min(left, column), Math.max(right, column)];
    area++;
  }
  return { top, left, height: bottom - top + 1, width: right - left + 1, area };
}

describe('on an image', () => {
  test.each([
    [0.25, 7],
    [0.5, 14],
    [1, 28],
  ])('at level %f of 28 x 28 erases a full square of side %i', (level, side) => {
    for (let sample = 0; sample < 20; sample++) {
      const found = hole(corrupt([28, 28, 1], level, sample), 28, 28);
      expect(found).toMatchObject({ height: side, width: side, area: side * side });
    }
  });

  test('that is not square, the side is a share of the shorter side', () => {
    expect(hole(corrupt([8, 20, 1], 0.5), 8, 20)).toMatchObject({ height: 4, width: 4, area: 16 });
    expect(hole(corrupt([20, 8, 1], 1), 20, 8)).toMatchObject({ height: 8, width: 8, area: 64 });
  });

  test('with colours, all channels are erased together', () => {
    const pixels = corrupt([6, 6, 3], 0.5);
    for (let at = 0; at < pixels.length; at += 3) {
      expect(new Set(pixels.subarray(at, at + 3)).size).toBe(1);
    }
    expect(pixels.filter((pixel) => pixel === 0)).toHaveLength(3 * 3 * 3);
  });

  test('the square lands everywhere it fits', () => {
    const tops = new Set<number>();
    const lefts = new Set<number>();
    for (let sample = 0; sample < 300; sample++) {
      const { top, left } = hole(corrupt([6, 6, 1], 0.5, sample), 6, 6);
      tops.add(top);
      lefts.add(left);
    }
    expect([...tops].sort()).toEqual([0, 1, 2, 3]);
    expect([...lefts].sort()).toEqual([0, 1, 2, 3]);
  });
});

describe('on a signal', () => {
  test('cuts a gap whose length is a share of the whole, at the middle of the range', () => {
    expect(hole(corrupt([40, 1], 0.25), 1, 40, 0.5)).toMatchObject({ width: 10, area: 10 });
    expect(hole(corrupt([40, 1], 1), 1, 40, 0.5)).toMatchObject({ width: 40, area: 40 });
  });

  test('with two channels, erases both together', () => {
    const signal = corrupt([10, 2], 0.5);
    expect(signal.filter((value) => value === 0.5)).toHaveLength(10);
    for (let at = 0; at < 20; at += 2) expect(signal[at]).toBe(signal[at + 1]);
  });
});
