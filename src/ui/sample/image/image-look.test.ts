import { describe, expect, it } from 'vitest';
import { paintSamples } from '../paint-samples';
import type { Tone } from '../sample-look';
import { placeText } from '../words';
import { imageLook } from './image-look';

const shape = [2, 2, 1];
const look = imageLook({ height: 2, width: 2, channels: 1 });

function paint(
  values: Float32Array | Uint8Array,
  grid: { columns: number; rows: number },
  tone = 'ink' as Tone,
) {
  const rgba = new Uint8ClampedArray(4 * values.length);
  paintSamples(rgba, { look, shape, values, grid, tone });
  return rgba;
}

const reds = (rgba: Uint8ClampedArray) => Array.from(rgba.filter((_, i) => i % 4 === 0));

describe('images', () => {
  it('that follow each other in memory stand side by side, or below each other', () => {
    const values = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
    const beside = paint(values, { columns: 2, rows: 1 });
    expect(reds(beside)).toEqual([1, 2, 5, 6, 3, 4, 7, 8]);
    expect(beside[3]).toBe(255);
    expect(reds(paint(values, { columns: 1, rows: 2 }))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('scale floats from [0, 1], clamp, and show errors by their size', () => {
    const values = new Float32Array([-1, -0.2, 0.5, 2]);
    expect(reds(paint(values, { columns: 1, rows: 1 }))).toEqual([0, 0, 128, 255]);
    expect(reds(paint(values, { columns: 1, rows: 1 }, 'error'))).toEqual([255, 51, 128, 255]);
  });

  it('have a colour for each sign where it is shown, and none at 0', () => {
    const rgba = paint(new Float32Array([1, -1, 0.5, 0]), { columns: 1, rows: 1 }, 'signed');
    const [more, less, half, none] = [0, 4, 8, 12].map((at) => Array.from(rgba.slice(at, at + 3)));
    expect(more?.[0]).toBeGreaterThan(more?.[2] ?? 0);
    expect(less?.[2]).toBeGreaterThan(less?.[0] ?? 0);
    expect(half?.[0]).toBe(Math.round((more?.[0] ?? 0) / 2));
    expect(none).toEqual([0, 0, 0]);
  });

  it('keep the three channels of a colour, row by row, where they are not square', () => {
    const colour = imageLook({ height: 1, width: 2, channels: 3 });
    const rgba = new Uint8ClampedArray(8);
    const values = new Uint8Array([10, 20, 30, 40, 50, 60]);
    paintSamples(rgba, {
      look: colour,
      shape: [1, 2, 3],
      values,
      grid: { columns: 1, rows: 1 },
      tone: 'ink',
    });
    expect([...rgba]).toEqual([10, 20, 30, 255, 40, 50, 60, 255]);
  });

  it('show an error in colour in grey, three times the root of its mean square', () => {
    const colour = imageLook({ height: 1, width: 1, channels: 3 });
    const rgba = new Uint8ClampedArray(4);
    // sqrt((0.06^2 + 0.12^2 + 0.12^2) / 3) = 0.18 / sqrt(3); times 3 * 255
    const values = Float32Array.of(0.06, -0.12, 0.12);
    paintSamples(rgba, {
      look: colour,
      shape: [1, 1, 3],
      values,
      grid: { columns: 1, rows: 1 },
      tone: 'error',
    });
    const grey = Math.round((3 * 255 * 0.18) / Math.sqrt(3));
    expect([...rgba]).toEqual([grey, grey, grey, 255]);
  });

  it('say which pixel is where, and its value in the units of the data', () => {
    const tall = imageLook({ height: 20, width: 12, channels: 3 });
    const place = tall.at(0.99, 0.5);
    expect(place).toEqual({ name: 'row 11, column 12', index: (10 * 12 + 11) * 3, channels: 3 });
    const values = new Float32Array(720);
    values.set([0.5, 0, 1], place.index);
    expect(placeText(place, values, 'ink', { valueRange: [-10, 30] })).toBe(
      'row 11, column 12: 10 · −10 · 30',
    );
    expect(placeText(place, values, 'error', { valueRange: [-10, 30] })).toBe(
      'row 11, column 12: 20 · 0 · 40',
    );
    expect(placeText(place, new Float32Array(0), 'ink')).toBeNull();
    expect(tall.at(1.2, -3)).toMatchObject({ name: 'row 1, column 12' });
  });
});
