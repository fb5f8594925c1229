// Smooth strokes: quadratic curves through the midpoints of the points the pointer reported, so corners of a fast hand are
// round and the line still ends where the pen is.

export interface PenPoint {
  readonly x: number;
  readonly y: number;
}

/** Longest piece of a curve that is drawn as a straight line, in pixels: the pen is many times wider. */
const pieceLength = 3;

/** The polyline that the newest of `points` adds to the stroke: a dot for the first, then from midpoint to midpoint. */
export function strokeExtension(points: readonly PenPoint[]): PenPoint[] {
  const c = points.at(-1);
  const b = points.at(-2);
  const a = points.at(-3);
  if (!c) return [];
  if (!b) return [c, c];
  return quadraticCurve(a ? midpoint(a, b) : b, b, midpoint(b, c));
}

/** The last half step, from the last midpoint to where the pen was lifted. */
export function strokeEnd(points: readonly PenPoint[]): PenPoint[] {
  const c = points.at(-1);
  const b = points.at(-2);
  return c && b ? [midpoint(b, c), c] : [];
}

function midpoint(a: PenPoint, b: PenPoint): PenPoint {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** A quadratic Bézier curve as a polyline, both ends included. */
function quadraticCurve(from: PenPoint, control: PenPoint, to: PenPoint): PenPoint[] {
  const edge = (a: PenPoint, b: PenPoint) => Math.hypot(b.x - a.x, b.y - a.y);
  // the derivative of the curve is at most twice the longer edge of its control polygon
  const fastest = 2 * Math.max(edge(from, control), edge(control, to));
  const pieces = Math.max(1, Math.ceil(fastest / pieceLength));
  return Array.from({ length: pieces + 1 }, (_, piece) => {
    const t = piece / pieces;
    const s = 1 - t;
    return {
      x: s * s * from.x + 2 * s * t * control.x + t * t * to.x,
      y: s * s * from.y + 2 * s * t * control.y + t * t * to.y,
    };
  });
}
