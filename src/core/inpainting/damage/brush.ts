// A round brush on a mask. Places are in pixels of the sample, fractions allowed: pixel (row, column) has its middle at
// (column + 1/2, row + 1/2).
import type { Grid, Mask } from '../mask';

export interface BrushPoint {
  readonly x: number;
  readonly y: number;
}

/** How the mask is changed under the brush. */
export type BrushMode = 'remove' | 'restore';

/**
 * A copy of `mask` after a stroke in a straight line from `from` to `to`: every pixel whose middle lies under a brush of this
 * diameter is removed or restored, and always those that the middle of the brush passes. A signal has one row, so that only
 * `x` counts.
 */
export function brushed(
  mask: Mask,
  { rows, columns }: Grid,
  [from, to]: readonly [BrushPoint, BrushPoint],
  diameter: number,
  mode: BrushMode,
): Mask {
  const after = mask.slice();
  const isLine = rows === 1;
  // Half a pixel at least: wherever a thin brush is, some middle of a pixel is not much further away.
  const radius = Math.max(diameter / 2, isLine ? 0.5 : 0.71);
  const reach = (a: number, b: number, end: number): [number, number] => [
    Math.max(0, Math.floor(Math.min(a, b) - radius)),
    Math.min(end, Math.ceil(Math.max(a, b) + radius)),
  ];
  const [left, right] = reach(from.x, to.x, columns);
  const [top, bottom] = isLine ? [0, 1] : reach(from.y, to.y, rows);
  const [dx, dy] = [to.x - from.x, isLine ? 0 : to.y - from.y];
  const squaredLength = dx * dx + dy * dy;
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const x = column + 0.5 - from.x;
      const y = isLine ? 0 : row + 0.5 - from.y;
      const along = squaredLength === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / squaredLength));
      if (Math.hypot(x - along * dx, y - along * dy) <= radius)
        after[row * columns + column] = mode === 'remove' ? 1 : 0;
    }
  }
  return after;
}
