// Where the pixels of a mask stand in the picture of its sample. Places are in pixels of the sample, as the brush has them: in a
// picture of an image pixel n reaches from n to n + 1; in that of a signal the first point is at the left edge, the last at the
// right one.
import { gridOf, type Grid, type Mask } from '../../../core/inpainting/mask';
import type { BrushPoint } from '../../../core/inpainting/damage/brush';
import { sampleKind } from '../../../core/samples/sample-kind';
import type { SampleShape } from '../../../core/samples/samples';

export interface MaskFrame extends Grid {
  readonly isSignal: boolean;
  /** What the picture shows, in pixels of the sample. */
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

export function maskFrame(shape: SampleShape): MaskFrame {
  const grid = gridOf(shape);
  const isSignal = sampleKind(shape) === 'signal';
  return isSignal
    ? { ...grid, isSignal, left: 0.5, width: Math.max(1, grid.columns - 1), height: 1 }
    : { ...grid, isSignal, left: 0, width: grid.columns, height: grid.rows };
}

/** @param x from the left edge of the picture (0) to the right one (1); `y` from the top down */
export function placeAt(frame: MaskFrame, x: number, y: number): BrushPoint {
  return { x: frame.left + x * frame.width, y: y * frame.height };
}

/** Index of the pixel at a place, inside the sample. */
export function pixelAt({ rows, columns }: Grid, { x, y }: BrushPoint): number {
  const within = (place: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(place)));
  return within(rows === 1 ? 0 : y, rows) * columns + within(x, columns);
}

/** Longest outline that is drawn, in sides of the sample: around scattered pixels it would hide what it is around. */
const mostSides = 12;

/**
 * The outline of the holes as a path in pixels of the sample, straight pieces that are as long as can be; null where there is
 * no hole, or too many small ones to see anything between their outlines.
 */
export function holeOutline(mask: Mask, { rows, columns }: Grid): string | null {
  const at = (row: number, column: number) =>
    row < 0 || column < 0 || row >= rows || column >= columns ? 0 : (mask[row * columns + column] ?? 0);
  const pieces: string[] = [];
  let total = 0;
  function trace(
    lines: number,
    length: number,
    isEdge: (line: number, place: number) => boolean,
    draw: Draw,
  ) {
    for (let line = 0; line <= lines; line++) {
      let from = -1;
      for (let place = 0; place <= length; place++) {
        const edge = place < length && isEdge(line, place);
        if (edge && from < 0) from = place;
        if (!edge && from >= 0) {
          pieces.push(draw(line, from, place));
          total += place - from;
          from = -1;
        }
      }
    }
  }
  trace(
    rows,
    columns,
    (row, column) => at(row - 1, column) !== at(row, column),
    (y, from, to) => `M${from} ${y}H${to}`,
  );
  trace(
    columns,
    rows,
    (column, row) => at(row, column - 1) !== at(row, column),
    (x, from, to) => `M${x} ${from}V${to}`,
  );
  return total === 0 || total > (mostSides / 2) * (rows + columns) ? null : pieces.join('');
}

type Draw = (line: number, from: number, to: number) => string;
