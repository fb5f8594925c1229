// What a pointer or the arrow keys do to a mask, with a brush or as a rectangle. Pure: a stroke is plain data.
import { withRectangle, withSquare } from '../../../core/inpainting/damage/areas';
import { brushed, type BrushMode, type BrushPoint } from '../../../core/inpainting/damage/brush';
import type { Grid, Mask } from '../../../core/inpainting/mask';

/** `side`: of the square that a click without a drag places. */
export type MaskTool =
  | { readonly kind: 'brush'; readonly size: number; readonly mode: BrushMode }
  | { readonly kind: 'rectangle'; readonly side: number };

export interface MaskStroke {
  /** The mask before it. */
  readonly before: Mask;
  readonly after: Mask;
  readonly from: BrushPoint;
  readonly to: BrushPoint;
  /** Whether it has left the pixel where it began. */
  readonly hasMoved: boolean;
}

export function startStroke(mask: Mask, grid: Grid, tool: MaskTool, at: BrushPoint): MaskStroke {
  const stroke = { before: mask, after: mask, from: at, to: at, hasMoved: false };
  return { ...stroke, after: afterStroke(stroke, grid, tool, at) };
}

export function extendStroke(stroke: MaskStroke, grid: Grid, tool: MaskTool, to: BrushPoint): MaskStroke {
  const hasMoved =
    stroke.hasMoved ||
    Math.floor(to.x) !== Math.floor(stroke.from.x) ||
    (grid.rows > 1 && Math.floor(to.y) !== Math.floor(stroke.from.y));
  return { ...stroke, to, hasMoved, after: afterStroke({ ...stroke, hasMoved }, grid, tool, to) };
}

/** A brush adds to what it has done; a rectangle spans anew from where it began. */
function afterStroke(stroke: MaskStroke, grid: Grid, tool: MaskTool, to: BrushPoint): Mask {
  if (tool.kind === 'brush') return brushed(stroke.after, grid, [stroke.to, to], tool.size, tool.mode);
  return stroke.hasMoved
    ? withRectangle(stroke.before, grid, [stroke.from, to])
    : withSquare(stroke.before, grid, stroke.from, tool.side);
}

const directions: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where an arrow key moves the cursor, inside the sample; null for any other key. @param isFar with Shift: several pixels */
export function movedCursor(at: BrushPoint, key: string, grid: Grid, isFar: boolean): BrushPoint | null {
  const direction = directions[key];
  if (!direction) return null;
  const [dx, dy] = direction;
  const step = isFar ? Math.max(2, Math.round(Math.max(grid.rows, grid.columns) / 7)) : 1;
  const within = (place: number, count: number) => Math.min(count - 0.5, Math.max(0.5, place));
  return { x: within(at.x + step * dx, grid.columns), y: within(at.y + step * dy, grid.rows) };
}
