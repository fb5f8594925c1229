// Holes of simple form: rectangles, half of a sample, pixels at random.
import { streams, uniform } from '../../random';
import type { Grid, Mask } from '../mask';
import type { BrushPoint } from './brush';

/** Which half is missing. */
export const halves = ['right', 'left', 'upper', 'lower'] as const;
export type Half = (typeof halves)[number];

/** A copy of `mask` without the pixels of a rectangle that two of its corners span; both pixels belong to it. */
export function withRectangle(mask: Mask, grid: Grid, [a, b]: readonly [BrushPoint, BrushPoint]): Mask {
  const after = mask.slice();
  const [top, bottom] = grid.rows === 1 ? [0, 0] : span(a.y, b.y, grid.rows);
  const [left, right] = span(a.x, b.x, grid.columns);
  for (let row = top; row <= bottom; row++)
    after.fill(1, row * grid.columns + left, row * grid.columns + right + 1);
  return after;
}

/** The first and the last of `count` pixels between two places. */
function span(a: number, b: number, count: number): [number, number] {
  const within = (place: number) => Math.min(count - 1, Math.max(0, Math.floor(place)));
  return [within(Math.min(a, b)), within(Math.max(a, b))];
}

/** A square with this side, as far inside as it fits, about a place. On a signal, a stretch of it. */
export function withSquare(mask: Mask, grid: Grid, about: BrushPoint, side: number): Mask {
  const corner = (place: number, count: number) =>
    Math.min(Math.max(0, count - side), Math.max(0, Math.round(place - side / 2)));
  const [left, top] = [corner(about.x, grid.columns), corner(about.y, grid.rows)];
  return withRectangle(mask, grid, [
    { x: left, y: top },
    { x: left + side - 1, y: top + side - 1 },
  ]);
}

/** A square at random; as seldom at the edge as the measured ones: every place where it fits is as likely. */
export function randomSquare(grid: Grid, side: number, seed: number): Mask {
  const place = (count: number, axis: number) =>
    Math.floor(uniform(seed, streams.pick, 0, axis) * (Math.max(0, count - side) + 1)) + side / 2;
  const empty = new Uint8Array(grid.rows * grid.columns);
  return withSquare(empty, grid, { x: place(grid.columns, 0), y: place(grid.rows, 1) }, side);
}

/** Half of the sample is missing; of an odd number of pixels, the smaller half. */
export function halfMask({ rows, columns }: Grid, half: Half): Mask {
  const [halfRows, halfColumns] = [Math.floor(rows / 2), Math.floor(columns / 2)];
  const isMissing: Readonly<Record<Half, (row: number, column: number) => boolean>> = {
    right: (_, column) => column >= columns - halfColumns,
    left: (_, column) => column < halfColumns,
    upper: (row) => row < halfRows,
    lower: (row) => row >= rows - halfRows,
  };
  return Uint8Array.from({ length: rows * columns }, (_, at) =>
    Number(isMissing[half](Math.floor(at / columns), at % columns)),
  );
}

/** Each pixel is missing with probability `share`. At a larger share of the same seed more is missing, and nothing comes back. */
export function randomPixels({ rows, columns }: Grid, share: number, seed: number): Mask {
  return Uint8Array.from({ length: rows * columns }, (_, at) =>
    Number(uniform(seed, streams.pick, 1, at) < share),
  );
}

export function invertedMask(mask: Mask): Mask {
  return mask.map((missing) => 1 - missing);
}
