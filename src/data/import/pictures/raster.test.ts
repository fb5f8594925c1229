import { describe, expect, test } from 'vitest';
import { framePicture, type Frame, type Raster } from './raster';

function framed(raster: Raster, frame: Partial<Frame> = {}): Float32Array {
  const whole: Frame = { height: 8, width: 8, colour: 'rgb', framing: 'fit', ...frame };
  const into = new Float32Array(whole.height * whole.width * (whole.colour === 'rgb' ? 3 : 1));
  framePicture(raster, whole, into);
  return into;
}

describe('framing', () => {
  /** 16 x 8, left half red, right half green. */
  const wide: Raster = {
    width: 16,
    height: 8,
    channels: 3,
    pixels: Uint8Array.from({ length: 16 * 8 * 3 }, (_, place) => {
      const isLeft = Math.floor(place / 3) % 16 < 8;
      return place % 3 === (isLeft ? 0 : 1) ? 200 : 0;
    }),
  };

  test('fits all of a picture and pads with the median of its border', () => {
    const sample = framed(wide);
    const at = (x: number, y: number) => [...sample.subarray((y * 8 + x) * 3, (y * 8 + x) * 3 + 3)];
    expect([at(0, 2), at(7, 5)]).toEqual([
      [200, 0, 0],
      [0, 200, 0],
    ]);
    expect(at(0, 0)).toEqual(at(7, 7));
  });

  test('crops the middle', () => {
    const sample = framed(wide, { framing: 'crop' });
    const at = (x: number, y: number) => [...sample.subarray((y * 8 + x) * 3, (y * 8 + x) * 3 + 3)];
    expect([at(0, 0), at(3, 7), at(4, 0), at(7, 7)]).toEqual([
      [200, 0, 0],
      [200, 0, 0],
      [0, 200, 0],
      [0, 200, 0],
    ]);
  });

  test('makes grey by the weights of BT.709', () => {
    const sample = framed(wide, { framing: 'crop', colour: 'grey' });
    expect([sample[0], sample[7]]).toEqual([Math.round(0.2126 * 200), Math.round(0.7152 * 200)]);
  });

  test('enlarges a small picture smoothly', () => {
    const dots: Raster = { width: 2, height: 2, channels: 1, pixels: Uint8Array.of(0, 200, 0, 200) };
    const row = framed(dots, { colour: 'grey' }).subarray(0, 8);
    expect([...row]).toEqual([0, 0, 25, 75, 125, 175, 200, 200]);
  });
});
