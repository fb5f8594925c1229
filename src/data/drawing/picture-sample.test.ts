import { describe, expect, it } from 'vitest';
import type { ColourPicture } from '../../core/samples/drawing';
import { framePicture } from '../import/pictures/raster';
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
    // 0.2126 of 200, and 0.0722 of 100 (BT.709)
    expect([...pictureSample(picture(2, [red, blue]), [1, 2, 1], false)]).toEqual([43, 7]);
  });

  it('stands in the middle, not stretched, with the median of its border beside it', () => {
    const upright = picture(2, [black, black, black, white, white, white]);
    expect([...pictureSample(upright, [3, 4, 1], false)]).toEqual([
      255, 0, 0, 255, 255, 0, 255, 255, 255, 255, 255, 255,
    ]);
  });

  it('is framed as an imported picture is', () => {
    const width = 37;
    const pixels = Array.from({ length: width * 23 }, (_, i) => [
      (i * 7) % 256,
      (i * 13) % 256,
      (i * 29) % 256,
      255,
    ]);
    for (const channels of [1, 3]) {
      const imported = new Float32Array(20 * 20 * channels);
      framePicture(
        {
          width,
          height: 23,
          channels: 3,
          pixels: Uint8Array.from(pixels.flatMap((pixel) => pixel.slice(0, 3))),
        },
        { width: 20, height: 20, colour: channels === 3 ? 'rgb' : 'grey', framing: 'fit' },
        imported,
      );
      expect([...pictureSample(picture(width, pixels), [20, 20, channels], false)]).toEqual([...imported]);
    }
  });

  it('is the mean of the pixels that one of the sample covers', () => {
    const [grey = 0] = pictureSample(picture(2, [black, white, black, white]), [1, 1, 1], false);
    expect(Math.abs(grey - 127.5)).toBeLessThan(1);
  });

  it('is inverted where the data is white on black and the picture is not', () => {
    const dot = picture(3, [white, white, white, white, black, white, white, white, white]);
    expect([...pictureSample(dot, [3, 3, 1], true)]).toEqual([0, 0, 0, 0, 255, 0, 0, 0, 0]);
    expect([...pictureSample(dot, [3, 3, 1], false)]).toEqual([255, 255, 255, 255, 0, 255, 255, 255, 255]);
    const night = picture(3, [black, black, black, black, white, black, black, black, black]);
    expect([...pictureSample(night, [3, 3, 1], true)]).toEqual([0, 0, 0, 0, 255, 0, 0, 0, 0]);
  });

  it('is black where it is transparent and what is drawn is light', () => {
    const light = picture(3, [[0, 0, 0, 0], white, [255, 255, 255, 102]]);
    expect([...pictureSample(light, [1, 3, 1], false)]).toEqual([0, 255, 102]);
    expect([...pictureSample(light, [1, 3, 1], true)]).toEqual([0, 255, 102]);
  });

  it('is white where it is transparent', () => {
    expect([...pictureSample(picture(1, [[0, 0, 0, 0]]), [1, 1, 1], false)]).toEqual([255]);
    expect([...pictureSample(picture(1, [[0, 0, 0, 51]]), [1, 1, 1], false)]).toEqual([204]);
  });
});
