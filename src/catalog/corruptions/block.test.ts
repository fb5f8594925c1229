import { describe, expect, test } from 'vitest';
import { sampleSize, type SampleShape } from '../../core/samples';
import { block } from './block';

function spoil(shape: SampleShape, level: number, sample = 0): Float32Array {
  const clean = new Float32Array(sampleSize(shape)).fill(1);
  const noisy = new Float32Array(clean.length);
  block.apply(clean, noisy, 0, shape, level, { seed: 1, step: 0, sample });
  return noisy;
}

/** Rows and columns of the smallest box around what was erased, and how many pixels were. */
function hole(pixels: Float32Array, height: number, width: number) {
  let [top, bottom, left, right, area] = [height, -1, width, -1, 0];
  for (let at = 0; at < height * width; at++) {
    if (pixels[at] !== 0) continue;
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
  ])('at level %f of 28 x 28 a full square of side %i is erased', (level, side) => {
    for (let sample = 0; sample < 20; sample++) {
      const found = hole(spoil([28, 28, 1], level, sample), 28, 28);
      expect(found).toMatchObject({ height: side, width: side, area: side * side });
    }
  });

  test('that is not square, the side is a share of the shorter one', () => {
    expect(hole(spoil([8, 20, 1], 0.5), 8, 20)).toMatchObject({ height: 4, width: 4, area: 16 });
    expect(hole(spoil([20, 8, 1], 1), 20, 8)).toMatchObject({ height: 8, width: 8, area: 64 });
  });

  test('with colours, all of them are erased together', () => {
    const pixels = spoil([6, 6, 3], 0.5);
    for (let at = 0; at < pixels.length; at += 3) {
      expect(new Set(pixels.subarray(at, at + 3)).size).toBe(1);
    }
    expect(pixels.filter((pixel) => pixel === 0)).toHaveLength(3 * 3 * 3);
  });

  test('the square comes to lie everywhere it fits', () => {
    const tops = new Set<number>();
    const lefts = new Set<number>();
    for (let sample = 0; sample < 300; sample++) {
      const { top, left } = hole(spoil([6, 6, 1], 0.5, sample), 6, 6);
      tops.add(top);
      lefts.add(left);
    }
    expect([...tops].sort()).toEqual([0, 1, 2, 3]);
    expect([...lefts].sort()).toEqual([0, 1, 2, 3]);
  });
});

describe('on a signal', () => {
  test('a stretch is erased, its length a share of the whole', () => {
    expect(hole(spoil([40, 1], 0.25), 1, 40)).toMatchObject({ width: 10, area: 10 });
    expect(hole(spoil([40, 1], 1), 1, 40)).toMatchObject({ width: 40, area: 40 });
  });

  test('with two channels, both are erased together', () => {
    const signal = spoil([10, 2], 0.5);
    expect(signal.filter((value) => value === 0)).toHaveLength(10);
    for (let at = 0; at < 20; at += 2) expect(signal[at]).toBe(signal[at + 1]);
  });
});
