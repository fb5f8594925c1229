import { describe, expect, it } from 'vitest';
import type { ColourPicture } from '../../core/samples/drawing';
import { pictureSample } from './picture-sample';

/** @param pixels red, green, blue and opacity of each, row by row */
const picture = (width: number, pixels: readonly (readonly number[])[]): ColourPicture => ({
  width,
  height: pixels.length / width,
  rgba: Uint8ClampedArray.from(pixels.flat()),
});
const black = [0, 0, 0, 255];
const white = [255, 255, 255, 255];
const red = [200, 0, 0, 255];
const blue = [0, 0, 100, 255];

describe('a picture as a sample', () => {
  it('keeps its colours in data of three channels', () => {
    expect([...pictureSample(picture(2, [red, blue]), [1, 2, 3], false)]).toEqual([200, 0, 0, 0, 0, 100]);
  });

  it('is grey by brightness in data of one', () => {
    // 0.299 of 200, and 0.114 of 100
    expect([...pictureSample(picture(2, [red, blue]), [1, 2, 1], false)]).toEqual([60, 11]);
  });

  it('stands in the middle, not stretched, with the mean of its border beside it', () => {
    const upright = picture(2, [black, black, white, white]);
    expect([...pictureSample(upright, [2, 4, 1], false)]).toEqual([128, 0, 0, 128, 128, 255, 255, 128]);
  });

  it('is the mean of the pixels that one of the sample covers', () => {
    expect([...pictureSample(picture(2, [black, white, black, white]), [1, 1, 1], false)]).toEqual([128]);
  });

  it('is inverted where the data is white on black and the picture is not', () => {
    const dot = picture(3, [white, white, white, white, black, white, white, white, white]);
    expect([...pictureSample(dot, [3, 3, 1], true)]).toEqual([0, 0, 0, 0, 255, 0, 0, 0, 0]);
    expect([...pictureSample(dot, [3, 3, 1], false)]).toEqual([255, 255, 255, 255, 0, 255, 255, 255, 255]);
    const night = picture(3, [black, black, black, black, white, black, black, black, black]);
    expect([...pictureSample(night, [3, 3, 1], true)]).toEqual([0, 0, 0, 0, 255, 0, 0, 0, 0]);
  });

  it('is white where it is transparent', () => {
    expect([...pictureSample(picture(1, [[0, 0, 0, 0]]), [1, 1, 1], false)]).toEqual([255]);
    expect([...pictureSample(picture(1, [[0, 0, 0, 51]]), [1, 1, 1], false)]).toEqual([204]);
  });
});
