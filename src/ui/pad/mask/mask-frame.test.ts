import { expect, test } from 'vitest';
import { singleLook } from '../../sample/looks';
import { holeOutline, maskFrame, pixelAt, placeAt } from './mask-frame';
import { extendStroke, movedCursor, startStroke } from './mask-pen';
import { paintHoles, pixelsUnder } from './paint-holes';

const small = { rows: 3, columns: 4, channels: 1 };

test('the pixel under a point of the picture is the one that the picture shows there', () => {
  for (const { shape, channels } of [
    { shape: [20, 12, 3], channels: 3 },
    { shape: [50, 2], channels: 2 },
    { shape: [28, 28, 1], channels: 1 },
  ]) {
    const frame = maskFrame(shape);
    const look = singleLook(shape);
    for (const x of [0, 0.013, 0.26, 0.49, 0.77, 0.999])
      for (const y of [0.01, 0.5, 0.99])
        expect(pixelAt(frame, placeAt(frame, x, y))).toBe(look.at(x, y).index / channels);
  }
});

test('a hole is outlined once around, in long pieces', () => {
  // . # # .
  // . # . .
  // . . . .
  const mask = Uint8Array.of(0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0);
  expect(holeOutline(mask, small)).toBe('M1 0H3M2 1H3M1 2H2M1 0V2M2 1V2M3 0V1');
  expect(holeOutline(new Uint8Array(12), small)).toBeNull();
});

test('scattered pixels are not outlined', () => {
  const grid = { rows: 28, columns: 28, channels: 1 };
  const chequered = Uint8Array.from({ length: 784 }, (_, at) => (at + Math.floor(at / 28)) % 2);
  expect(holeOutline(chequered, grid)).toBeNull();
});

test('holes are painted over the missing pixels alone, in a colour that no grey has', () => {
  const look = singleLook([3, 4, 1]);
  const rgba = new Uint8ClampedArray(48).fill(9);
  paintHoles(rgba, look, Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), pixelsUnder(look, 1));
  const changed = Array.from({ length: 12 }, (_, at) => rgba[4 * at] !== 9);
  expect(changed.flatMap((is, at) => (is ? [at] : []))).toEqual([1, 11]);
  expect(rgba[6]).toBeGreaterThan(rgba[4]! + 50);
});

test('on a signal the hole covers all of the picture’s height', () => {
  const look = singleLook([50, 2]);
  const under = pixelsUnder(look, 2);
  expect(under[0]).toBe(0);
  expect(under.at(-1)).toBe(49);
  expect(under[look.width * 100 + 7]).toBe(under[7]);
});

test('a rectangle spans anew with every move, and a click places a square', () => {
  const tool = { kind: 'rectangle', side: 2 } as const;
  const empty = new Uint8Array(12);
  const click = startStroke(empty, small, tool, { x: 2, y: 1 });
  expect([...click.after]).toEqual([0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0]);
  const wide = extendStroke(click, small, tool, { x: 3.5, y: 1.5 });
  expect([...wide.after]).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0]);
  const back = extendStroke(wide, small, tool, { x: 2.1, y: 1.2 });
  expect([...back.after]).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
});

test('arrow keys move the cursor by pixels, with Shift by several, and never out of the sample', () => {
  const grid = { rows: 28, columns: 28, channels: 1 };
  const at = { x: 14.5, y: 14.5 };
  expect(movedCursor(at, 'ArrowLeft', grid, false)).toEqual({ x: 13.5, y: 14.5 });
  expect(movedCursor(at, 'ArrowDown', grid, true)).toEqual({ x: 14.5, y: 18.5 });
  expect(movedCursor({ x: 0.5, y: 27.5 }, 'ArrowDown', grid, true)).toEqual({ x: 0.5, y: 27.5 });
  expect(movedCursor(at, 'a', grid, false)).toBeNull();
});
