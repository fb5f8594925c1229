// Units as cells on a canvas: the further an active unit is from 0, the stronger its cell. Positive ones have the accent,
// negative ones the grey of the words; inactive ones stay as pale as the ground.
import { cellBox } from '../unit-lines';
import type { UnitLines } from '../unit-lines';

export interface UnitColours {
  readonly positive: string;
  readonly negative: string;
}

/** Opacity of the ground, and of the weakest active unit. */
const ground = 0.07;
const weakest = 0.22;

export interface PaintedUnits {
  /** `[count]`. */
  readonly values: ArrayLike<number>;
  /** Which unit stands at each place, `[count]`; null for the order they have. */
  readonly order: ArrayLike<number> | null;
  /** Units not further from 0 than this are inactive. */
  readonly threshold: number;
  /** The distance from 0 that is drawn at full strength. */
  readonly largest: number;
}

/** The largest distance from 0 among `values`; what is not a number does not count. */
export function furthestFromZero(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i] ?? 0);
    if (Number.isFinite(size)) largest = Math.max(largest, size);
  }
  return largest;
}

/** Opacity of a unit's cell, in [0, 1]; 0 for an inactive one. */
export function unitStrength(value: number, threshold: number, largest: number): number {
  const size = Math.abs(value);
  if (!(size > threshold) || !(largest > 0)) return 0;
  return weakest + (1 - weakest) * Math.min(1, size / largest);
}

/** Draws the cells of `grid` with the top left of its box at `x`, `y` (CSS pixels); `ratio` is device pixels per CSS pixel. */
export function paintUnits(
  context: CanvasRenderingContext2D,
  grid: UnitLines,
  at: { x: number; y: number },
  { values, order, threshold, largest }: PaintedUnits,
  colours: UnitColours,
  ratio: number,
): void {
  const edge = (value: number) => Math.round(value * ratio);
  const gapX = grid.pitch * ratio >= 4 ? 1 : 0;
  const gapY = grid.lines > 1 && grid.lineHeight * ratio >= 4 ? 1 : 0;
  for (let line = 0; line < grid.lines; line++) {
    const cells = Math.min(grid.perLine, grid.count - line * grid.perLine);
    const top = edge(at.y + line * grid.lineHeight);
    const height = edge(at.y + (line + 1) * grid.lineHeight) - top - gapY;
    context.globalAlpha = ground;
    context.fillStyle = colours.negative;
    const left = edge(at.x);
    context.fillRect(left, top, edge(at.x + cells * grid.pitch) - left - gapX, height);
  }
  for (let place = 0; place < grid.count; place++) {
    const value = values[order?.[place] ?? place] ?? 0;
    const strength = unitStrength(value, threshold, largest);
    if (strength === 0) continue;
    const cell = cellBox(grid, place);
    const [left, top] = [edge(at.x + cell.x), edge(at.y + cell.y)];
    const width = Math.max(1, edge(at.x + cell.x + cell.width) - left - gapX);
    const height = Math.max(1, edge(at.y + cell.y + cell.height) - top - gapY);
    context.globalAlpha = strength;
    context.fillStyle = value > 0 ? colours.positive : colours.negative;
    context.fillRect(left, top, width, height);
  }
  context.globalAlpha = 1;
}
