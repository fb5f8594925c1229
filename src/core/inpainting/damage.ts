// Masks for the kinds of damage. Pure: the same settings give the same mask, and a stroke adds to the mask it is given.
import { permutation, streams } from '../random';
import type { SampleShape } from '../samples/samples';
import type { DamageKind } from './inpainting-api';
import { emptyMask, gridOf, type Mask } from './mask';

/** A place in a sample, in pixels from its upper left corner; pixel `n` reaches from `n` to `n + 1`. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The mask with every pixel added whose middle is within half a brush of the stroke from one place to another. */
export function withStroke(mask: Mask, shape: SampleShape, from: Place, to: Place, brushSize: number): Mask {
  const { rows, columns } = gridOf(shape);
  const isSignal = rows === 1;
  const [dx, dy] = [to.x - from.x, isSignal ? 0 : to.y - from.y];
  const length = dx * dx + dy * dy;
  const reach = Math.max(0.5, brushSize / 2) ** 2;
  return mask.map((missing, at) => {
    if (missing === 1) return 1;
    const x = (at % columns) + 0.5 - from.x;
    const y = isSignal ? 0 : Math.floor(at / columns) + 0.5 - from.y;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length));
    return (x - along * dx) ** 2 + (y - along * dy) ** 2 <= reach ? 1 : 0;
  });
}

/** Everything between two corners, whole pixels, is missing. On a signal, a stretch. */
export function rectangleMask(shape: SampleShape, corner: Place, opposite: Place): Mask {
  const { rows, columns } = gridOf(shape);
  const mask = emptyMask(shape);
  const [left, right] = span(corner.x, opposite.x, columns);
  const [top, bottom] = rows === 1 ? [0, 1] : span(corner.y, opposite.y, rows);
  for (let row = top; row < bottom; row++) mask.fill(1, row * columns + left, row * columns + right);
  return mask;
}

function span(a: number, b: number, length: number): [from: number, to: number] {
  const clamp = (value: number) => Math.min(length, Math.max(0, value));
  return [clamp(Math.floor(Math.min(a, b))), clamp(Math.ceil(Math.max(a, b)))];
}

/** The columns from the middle on; of an odd number the larger part. */
export function rightHalf(shape: SampleShape): Mask {
  const { rows, columns } = gridOf(shape);
  return rectangleMask(shape, { x: Math.floor(columns / 2), y: 0 }, { x: columns, y: rows });
}

/** A share of the pixels at random: exactly that many. */
export function randomPixels(shape: SampleShape, share: number, seed: number): Mask {
  const mask = emptyMask(shape);
  const missing = Math.round(share * mask.length);
  for (const at of permutation(mask.length, seed, streams.pick, 0).subarray(0, missing)) mask[at] = 1;
  return mask;
}

/** Letters of 5 x 5, a row of each in five bits. */
const letters: Readonly<Record<string, readonly number[]>> = {
  H: [0b10001, 0b10001, 0b11111, 0b10001, 0b10001],
  O: [0b01110, 0b10001, 0b10001, 0b10001, 0b01110],
  L: [0b10000, 0b10000, 0b10000, 0b10000, 0b11111],
  E: [0b11111, 0b10000, 0b11110, 0b10000, 0b11111],
};
const letterSide = 5;

/** The word HOLE over the sample, two letters above two; on a signal, every other stretch. */
export function textMask(shape: SampleShape): Mask {
  const { rows, columns } = gridOf(shape);
  const mask = emptyMask(shape);
  if (rows === 1) return mask.map((_, x) => Math.floor((x * 8) / columns) % 2);
  const lines = ['HO', 'LE'];
  // One cell around each letter: 2 x 7 cells on each side.
  const cells = lines.length * (letterSide + 2);
  return mask.map((_, at) => {
    const cellX = Math.floor(((at % columns) * cells) / columns);
    const cellY = Math.floor((Math.floor(at / columns) * cells) / rows);
    const letter = lines[Math.floor(cellY / (letterSide + 2))]?.[Math.floor(cellX / (letterSide + 2))] ?? '';
    const bits = letters[letter]?.[(cellY % (letterSide + 2)) - 1] ?? 0;
    const column = (cellX % (letterSide + 2)) - 1;
    return column >= 0 && column < letterSide ? (bits >> (letterSide - 1 - column)) & 1 : 0;
  });
}

/** What a kind of damage begins with. */
export function firstMask(kind: DamageKind, shape: SampleShape, share: number, seed: number): Mask {
  const { rows, columns } = gridOf(shape);
  switch (kind) {
    case 'brush': {
      const [from, to] = [
        { x: columns * 0.3, y: rows * 0.35 },
        { x: columns * 0.7, y: rows * 0.65 },
      ];
      return withStroke(emptyMask(shape), shape, from, to, Math.max(columns, rows) / 7);
    }
    case 'rectangle': {
      const [x, y] = [Math.round((columns * 2) / 7), Math.round((rows * 2) / 7)];
      return rectangleMask(shape, { x, y }, { x: x + (columns * 3) / 7, y: y + (rows * 3) / 7 });
    }
    case 'right-half':
      return rightHalf(shape);
    case 'random-pixels':
      return randomPixels(shape, share, seed);
    case 'text':
      return textMask(shape);
    default:
      return kind satisfies never;
  }
}
