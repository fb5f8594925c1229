// Smooth strokes: quadratic curves through the midpoints of the points the pointer reported, so corners of a fast hand are
// round and the line still ends where the pen is.

export interface PenPoint {
  readonly x: number;
  readonly y: number;
}

/** White ink on `context`, with round ends; `penWidth` in pixels of the backing store. */
export function setPen(context: CanvasRenderingContext2D, penWidth: number): void {
  context.lineWidth = penWidth;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = '#fff';
  context.fillStyle = '#fff';
}

/** Draws what the newest of `points` adds to the stroke: a dot for the first, then from midpoint to midpoint. */
export function extendStroke(context: CanvasRenderingContext2D, points: readonly PenPoint[]): void {
  const c = points.at(-1);
  const b = points.at(-2);
  const a = points.at(-3);
  if (!c) return;
  context.beginPath();
  if (!b) {
    // A line of no length has no round ends: canvas leaves it out.
    context.arc(c.x, c.y, context.lineWidth / 2, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  const from = a ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : b;
  context.moveTo(from.x, from.y);
  context.quadraticCurveTo(b.x, b.y, (b.x + c.x) / 2, (b.y + c.y) / 2);
  context.stroke();
}

/** The last half step, from the last midpoint to where the pen was lifted. */
export function finishStroke(context: CanvasRenderingContext2D, points: readonly PenPoint[]): void {
  const c = points.at(-1);
  const b = points.at(-2);
  if (!c || !b) return;
  context.beginPath();
  context.moveTo((b.x + c.x) / 2, (b.y + c.y) / 2);
  context.lineTo(c.x, c.y);
  context.stroke();
}
