import { describe, expect, it } from 'vitest';
import { bytesOf, ramp } from '../../testing/array-bodies';
import { parseArrayFiles } from '../../testing/parse';
import { file, npyBytes } from '../../testing/write-bytes';

const pixels = 2 * 8 * 8;
/** Two images of 8 x 8 in which every pixel is the same but for its opacity. */
const rgba = (colour: readonly number[], alpha: (pixel: number) => number) =>
  ramp(pixels).flatMap((pixel) => [...colour, alpha(pixel)]);
const floats = (values: readonly number[]) =>
  file('x.npy', npyBytes('<f4', [2, 8, 8, 4], bytesOf(Float32Array.from(values))));

describe('Images of four channels', () => {
  it('are laid over white by their opacity', async () => {
    const values = rgba([0, 100, 255], (pixel) => [255, 0, 128][pixel % 3]!);
    const { train, notes } = await parseArrayFiles(file('x.npy', npyBytes('|u1', [2, 8, 8, 4], values)));
    expect(train).toMatchObject({ shape: [8, 8, 3], count: 2 });
    expect(train.values).toHaveLength(pixels * 3);
    // 0 at 128/255 over white: 255 (1 - 0.50196) = 127; 100 becomes 100 * 0.50196 + 127 = 177.2.
    expect([...train.values.subarray(0, 9)]).toEqual([0, 100, 255, 255, 255, 255, 127, 177, 255]);
    expect(notes).toEqual([{ code: 'import.note.alpha', how: 'over-white' }]);
  });

  it('are laid over black where what is drawn is mostly light', async () => {
    const values = rgba([255, 255, 255], (pixel) => [255, 0, 128][pixel % 3]!);
    const { train, notes } = await parseArrayFiles(file('x.npy', npyBytes('|u1', [2, 8, 8, 4], values)));
    expect([...train.values.subarray(0, 9)]).toEqual([255, 255, 255, 0, 0, 0, 128, 128, 128]);
    expect(notes).toEqual([{ code: 'import.note.alpha', how: 'over-black' }]);
  });

  it('may have floats up to 1', async () => {
    const { train, notes } = await parseArrayFiles(floats(rgba([0, 0.5, 1], (pixel) => pixel % 2)));
    expect([...train.values.subarray(0, 6)]).toEqual([1, 1, 1, 0, 0.5, 1]);
    expect(notes).toMatchObject([{ how: 'over-white' }]);
  });

  it('are told apart where the fourth channel says nothing, or is no opacity', async () => {
    const opaque = await parseArrayFiles(floats(rgba([9, 20, 30], () => 255)));
    expect(opaque.notes).toMatchObject([{ how: 'opaque' }]);
    expect([...opaque.train.values.subarray(0, 4)]).toEqual([9, 20, 30, 9]);
    const centred = await parseArrayFiles(floats(rgba([-1, 0, 1], () => 0)));
    expect(centred.notes).toMatchObject([{ how: 'no-opacity' }]);
    expect([...centred.train.values.subarray(3, 6)]).toEqual([-1, 0, 1]);
  });
});
