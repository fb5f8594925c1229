import { describe, expect, it } from 'vitest';
import { placeText } from '../words';
import { signalLook } from './signal-look';

/** The picture of one sample among others, 96 x 64, as `[y][x]` of red, green and blue. */
function paint(
  values: Float32Array,
  channels = 1,
  tone = 'ink' as 'ink' | 'error',
  reference?: Float32Array,
  gain?: number,
) {
  const look = signalLook({ length: values.length / channels, channels }, false);
  const rgba = new Uint8ClampedArray(look.width * look.height * 4);
  look.paint({ rgba, canvasWidth: look.width, left: 0, top: 0 }, values, tone, reference, gain);
  return (x: number, y: number) => [...rgba.subarray((y * look.width + x) * 4, (y * look.width + x) * 4 + 3)];
}

const black = [0, 0, 0];
const first = [240, 241, 244];
const second = [86, 180, 233];
const differing = [196, 62, 44];

/** The rows of column `x` that are not black. */
const inked = (at: ReturnType<typeof paint>, x: number) =>
  Array.from({ length: 64 }, (_, y) => y).filter((y) => at(x, y).some((value) => value > 0));

describe('a signal', () => {
  it('is two pixels thick, 1 near the top and 0 near the bottom, whatever else is in it', () => {
    // 62 pixels for 1.16 times the range: 1 stands at 1 + 62 * 0.08 / 1.16 = 5.28, and 0 as far from the bottom.
    expect(inked(paint(Float32Array.of(1, 1, 1)), 50)).toEqual([4, 5, 6]);
    expect(inked(paint(Float32Array.of(0, 0)), 0)).toEqual([57, 58, 59]);
    expect(inked(paint(Float32Array.of(0.5, 0.5)), 95)).toEqual([31, 32]);
    expect(paint(Float32Array.of(0.5, 0.5))(50, 31)).toEqual(first);
  });

  it('has room for values outside of the range, and runs along the edge where there is no more', () => {
    expect(inked(paint(Float32Array.of(1.04, 1.04)), 50)).toEqual([2, 3, 4]);
    expect(inked(paint(Float32Array.of(7, 7)), 3)).toEqual([0, 1]);
    expect(inked(paint(Float32Array.of(-7, -7)), 3)).toEqual([62, 63]);
  });

  it('gives a pixel that a line covers in part that share of the colour', () => {
    // The line stands at 32 - 62 * 0.25 / 1.16 = 18.64, and reaches a pixel to either side.
    const at = paint(Float32Array.of(0.75, 0.75));
    expect(inked(at, 10)).toEqual([17, 18, 19]);
    expect(at(10, 17)[0]).toBeCloseTo(240 * 0.362, 0);
    expect(at(10, 18)).toEqual(first);
    expect(at(10, 19)[0]).toBeCloseTo(240 * 0.638, 0);
  });

  it('has a line for each channel, in a colour of its own', () => {
    const at = paint(Float32Array.of(1, 0, 1, 0), 2);
    expect(at(40, 5)).toEqual(first);
    expect(at(40, 58)).toEqual(second);
    expect(at(40, 30)).toEqual(black);
  });

  it('fills an error from a line in the middle, to the scale of the sample', () => {
    const at = paint(Float32Array.of(0.25, 0.25), 1, 'error');
    expect(inked(at, 20)).toEqual(Array.from({ length: 16 }, (_, row) => 17 + row));
    expect(at(20, 18)).toEqual(first);
    expect(at(20, 25)).toEqual(differing);
    const down = paint(Float32Array.of(-0.5, -0.5), 1, 'error');
    expect(inked(down, 20).at(-1)).toBe(59);
  });

  it('shows an error larger where it is asked to', () => {
    const small = paint(Float32Array.of(0.025, 0.025), 1, 'error', undefined, 10);
    expect(inked(small, 20)).toEqual(inked(paint(Float32Array.of(0.25, 0.25), 1, 'error'), 20));
  });

  it('stands before what it is compared with, and fills what lies between the two', () => {
    const at = paint(Float32Array.of(1, 1), 1, 'ink', Float32Array.of(0, 0));
    expect(at(9, 5)).toEqual(first);
    expect(at(9, 58)).toEqual([122, 129, 146]);
    expect(at(9, 30)).toEqual(differing);
    const same = paint(Float32Array.of(0.5, 0.5), 1, 'ink', Float32Array.of(0.5, 0.5));
    expect(inked(same, 9)).toEqual([31, 32]);
    expect(same(9, 31)).toEqual(first);
  });

  it('fills the difference where it is and nowhere else', () => {
    const clean = new Float32Array(97).fill(0.5);
    const other = clean.map((value, i) => (i >= 40 && i <= 56 ? 1 : value));
    const at = paint(other, 1, 'ink', clean);
    expect(at(47, 20)).toEqual(differing);
    expect(inked(at, 20)).toEqual([31, 32]);
    expect(inked(at, 80)).toEqual([31, 32]);
  });

  it('has the size of the screen, with lines that one can see', () => {
    const look = signalLook({ length: 9, channels: 1 }, false).fitted?.({ width: 40, height: 26 }, 1);
    if (!look) throw new Error('not fitted');
    expect([look.width, look.height]).toEqual([40, 26]);
    const rgba = new Uint8ClampedArray(40 * 26 * 4);
    look.paint({ rgba, canvasWidth: 40, left: 0, top: 0 }, new Float32Array(9).fill(0.5), 'ink');
    const column = Array.from({ length: 26 }, (_, y) => rgba[(y * 40 + 7) * 4] ?? 0);
    expect(column.reduce((sum, value) => sum + value, 0) / 240).toBeCloseTo(1.3, 1);
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
