import { describe, expect, it } from 'vitest';
import { placeText } from '../words';
import { signalLook } from './signal-look';

/** The picture of one sample among others, 96 x 64, as `[y][x]` of red, green and blue. */
function paint(
  values: Float32Array,
  channels = 1,
  tone = 'ink' as 'ink' | 'error',
  reference?: Float32Array,
) {
  const look = signalLook({ length: values.length / channels, channels }, false);
  const rgba = new Uint8ClampedArray(look.width * look.height * 4);
  look.paint({ rgba, canvasWidth: look.width, left: 0, top: 0 }, values, tone, reference);
  return (x: number, y: number) => [...rgba.subarray((y * look.width + x) * 4, (y * look.width + x) * 4 + 3)];
}

const black = [0, 0, 0];
const first = [240, 241, 244];
const second = [86, 180, 233];

/** The rows of column `x` that are not black. */
const inked = (at: ReturnType<typeof paint>, x: number) =>
  Array.from({ length: 64 }, (_, y) => y).filter((y) => at(x, y).some((value) => value > 0));

describe('a signal', () => {
  it('is 1 at the top and 0 at the bottom, two pixels thick, whatever else is in it', () => {
    expect(inked(paint(Float32Array.of(1, 1, 1)), 50)).toEqual([0, 1]);
    expect(inked(paint(Float32Array.of(0, 0)), 0)).toEqual([62, 63]);
    expect(inked(paint(Float32Array.of(0.5, 0.5)), 95)).toEqual([31, 32]);
    expect(paint(Float32Array.of(1, 1))(50, 1)).toEqual(first);
    expect(paint(Float32Array.of(1, 1))(50, 2)).toEqual(black);
  });

  it('stays inside where its values do not', () => {
    expect(inked(paint(Float32Array.of(7, 7)), 3)).toEqual([0, 1]);
    expect(inked(paint(Float32Array.of(-7, -7)), 3)).toEqual([62, 63]);
  });

  it('gives a pixel that a line covers in part that share of the colour', () => {
    // The line stands at 1 + 62 / 4 = 16.5, and reaches a pixel to either side.
    const at = paint(Float32Array.of(0.75, 0.75));
    expect(inked(at, 10)).toEqual([15, 16, 17]);
    expect(at(10, 15)[0]).toBe(120);
    expect(at(10, 16)).toEqual(first);
    expect(at(10, 17)[0]).toBe(120);
  });

  it('has a line for each channel, in a colour of its own', () => {
    const at = paint(Float32Array.of(1, 0, 1, 0), 2);
    expect(at(40, 0)).toEqual(first);
    expect(at(40, 63)).toEqual(second);
    expect(at(40, 30)).toEqual(black);
  });

  it('draws an error about a line in the middle, to the scale of the sample', () => {
    const at = paint(Float32Array.of(0.25, 0.25), 1, 'error');
    // The middle is at 32, and a quarter of 62 pixels above it 16.5.
    expect(inked(at, 20)).toEqual([15, 16, 17, 31, 32]);
    const down = paint(Float32Array.of(-0.5, -0.5), 1, 'error');
    expect(inked(down, 20)).toEqual([31, 32, 62, 63]);
  });

  it('stands before what it is compared with', () => {
    const at = paint(Float32Array.of(1, 1), 1, 'ink', Float32Array.of(0, 0));
    expect(at(9, 0)).toEqual(first);
    expect(at(9, 63)).toEqual([104, 110, 126]);
    const same = paint(Float32Array.of(1, 1), 1, 'ink', Float32Array.of(1, 1));
    expect(same(9, 0)).toEqual(first);
  });

  it('is an empty picture while there are no values', () => {
    const look = signalLook({ length: 50, channels: 2 }, true);
    const rgba = new Uint8ClampedArray(look.width * look.height * 4).fill(9);
    look.paint({ rgba, canvasWidth: look.width, left: 0, top: 0 }, new Float32Array(0), 'ink');
    expect(rgba.every((value, i) => value === (i % 4 === 3 ? 255 : 0))).toBe(true);
  });

  it('says which point is where, and its values in the units of the data', () => {
    const look = signalLook({ length: 50, channels: 2 }, true);
    const place = look.at(1, 0.3);
    expect(place).toEqual({ name: 'at 50', index: 98, channels: 2 });
    const values = new Float32Array(100);
    values.set([0.25, 1], 98);
    expect(placeText(place, values, 'ink', { valueRange: [-2, 2] })).toBe('at 50: −1 · 2');
    const placeRanges = Array.from({ length: 200 }, (_, at) => [0, at % 2 === 0 ? 40 : 4] as const);
    expect(placeText(place, values, 'ink', { placeRanges })).toBe('at 50: 10 · 4');
  });
});
