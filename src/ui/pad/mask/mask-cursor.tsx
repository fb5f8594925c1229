// What the brush or the rectangle would touch, over the picture: a ring as large as the brush, or the square of a click.
import type { BrushPoint } from '../../../core/inpainting/damage/brush';
import { overlayOf } from './hole-outline';
import type { MaskFrame } from './mask-frame';
import type { MaskTool } from './mask-pen';
import styles from './mask-pad.module.css';

interface MaskCursorProps {
  frame: MaskFrame;
  tool: MaskTool;
  at: BrushPoint;
  /** Where a rectangle that is being drawn began. */
  from: BrushPoint | null;
}

export function MaskCursor({ frame, tool, at, from }: MaskCursorProps) {
  const path = cursorPath(frame, tool, at, from);
  return (
    <svg {...overlayOf(frame)}>
      <path d={path} className={styles.cursorBack} />
      <path d={path} className={styles.cursor} />
    </svg>
  );
}

function cursorPath(frame: MaskFrame, tool: MaskTool, at: BrushPoint, from: BrushPoint | null): string {
  const { rows, columns, isSignal } = frame;
  if (tool.kind === 'brush' && !isSignal) {
    const radius = Math.max(0.5, tool.size / 2);
    return `M${at.x - radius} ${at.y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
  }
  if (tool.kind === 'brush') return box(at.x - tool.size / 2, 0, at.x + tool.size / 2, rows);
  if (from) {
    const [left, right] = [Math.floor(Math.min(at.x, from.x)), Math.floor(Math.max(at.x, from.x)) + 1];
    const [top, bottom] = [Math.floor(Math.min(at.y, from.y)), Math.floor(Math.max(at.y, from.y)) + 1];
    return isSignal ? box(left, 0, right, rows) : box(left, top, right, bottom);
  }
  const corner = (place: number, count: number) =>
    Math.min(Math.max(0, count - tool.side), Math.max(0, Math.round(place - tool.side / 2)));
  const [left, top] = [corner(at.x, columns), corner(at.y, rows)];
  return isSignal
    ? box(left, 0, left + tool.side, rows)
    : box(left, top, left + tool.side, Math.min(rows, top + tool.side));
}

function box(left: number, top: number, right: number, bottom: number): string {
  return `M${left} ${top}H${right}V${bottom}H${left}Z`;
}
