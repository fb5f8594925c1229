// Which part of the data's plane the map shows, and points brought into it. The frame is calm: it moves only when the
// points have left it or have shrunk far inside it, so that a map that is redrawn while training does not shake.

import type { ElementSize } from '../../element-size';

/** A square frame of the data's plane: points map to [-1, 1] in y, and in x times the aspect of the view. */
export interface FitFrame {
  readonly centreX: number;
  readonly centreY: number;
  /** Data units per normalised unit. */
  readonly scale: number;
  /** Width / height of the view it was made for. */
  readonly aspect: number;
}

interface Extent {
  readonly low: number;
  readonly high: number;
}

const outlierShare = 0.0025;
const sampleLimit = 4096;
const margin = 1.1;

/** The middle 99.5 % of every second number from `offset`, so that one far point does not crush the rest. */
function robustExtent(points: Float32Array, offset: 0 | 1): Extent | null {
  const count = points.length >> 1;
  const stride = Math.max(1, Math.floor(count / sampleLimit));
  const sample = new Float32Array(Math.ceil(count / stride));
  let taken = 0;
  for (let i = 0; i < count; i += stride) {
    const value = points[i * 2 + offset] ?? NaN;
    if (Number.isFinite(value)) sample[taken++] = value;
  }
  if (taken === 0) return null;
  const sorted = sample.subarray(0, taken).sort();
  const skip = Math.floor(taken * outlierShare);
  return { low: sorted[skip] ?? 0, high: sorted[taken - 1 - skip] ?? 0 };
}

/**
 * The frame for `points` `[2 n]` in a view of this aspect (width / height). `previous` is kept while it holds the points
 * and they fill more than 60 % of it.
 */
export function fitFrame(points: Float32Array, aspect: number, previous: FitFrame | null): FitFrame {
  const x = robustExtent(points, 0);
  const y = robustExtent(points, 1);
  if (!x || !y) return previous ?? { centreX: 0, centreY: 0, scale: 1, aspect };
  const needed = Math.max((x.high - x.low) / aspect, y.high - y.low) / 2;
  const scale = needed > 0 ? needed * margin : 1;
  if (previous && Math.abs(previous.aspect / aspect - 1) < 0.02) {
    const halfWidth = previous.scale * previous.aspect;
    const holds =
      x.low >= previous.centreX - halfWidth &&
      x.high <= previous.centreX + halfWidth &&
      y.low >= previous.centreY - previous.scale &&
      y.high <= previous.centreY + previous.scale;
    if (holds && scale > previous.scale * 0.6) return previous;
  }
  return { centreX: (x.low + x.high) / 2, centreY: (y.low + y.high) / 2, scale, aspect };
}

/** Points `[2 n]` in the frame's normalised units, as separate x and y `[n]`. Points that are not finite go far outside. */
export function normalisePoints(points: Float32Array, frame: FitFrame): { x: Float32Array; y: Float32Array } {
  const count = points.length >> 1;
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const px = ((points[i * 2] ?? NaN) - frame.centreX) / frame.scale;
    const py = ((points[i * 2 + 1] ?? NaN) - frame.centreY) / frame.scale;
    const finite = Number.isFinite(px) && Number.isFinite(py);
    x[i] = finite ? px : 1e6;
    y[i] = finite ? py : 1e6;
  }
  return { x, y };
}

/**
 * Pan and zoom on top of the frame: normalised point p is shown at `zoom * p + (panX, panY)`, in units of half the height of
 * the view.
 */
export interface ViewTransform {
  readonly zoom: number;
  readonly panX: number;
  readonly panY: number;
}

export const restingView: ViewTransform = { zoom: 1, panX: 0, panY: 0 };

/** CSS pixels, from the top left of a view of this size, of a point in normalised units. */
export function toPixel(
  x: number,
  y: number,
  view: ViewTransform,
  size: ElementSize,
): { x: number; y: number } {
  const half = size.height / 2;
  return {
    x: size.width / 2 + (view.zoom * x + view.panX) * half,
    y: half - (view.zoom * y + view.panY) * half,
  };
}

/** The view after zooming by `factor` while the normalised place under a pixel stays under it. Zoom stays in [0.5, 200]. */
export function zoomAt(
  view: ViewTransform,
  factor: number,
  pixel: { x: number; y: number },
  size: ElementSize,
): ViewTransform {
  const zoom = Math.min(200, Math.max(0.5, view.zoom * factor));
  const real = zoom / view.zoom;
  const half = size.height / 2;
  const screenX = (pixel.x - size.width / 2) / half;
  const screenY = (half - pixel.y) / half;
  return {
    zoom,
    panX: screenX - (screenX - view.panX) * real,
    panY: screenY - (screenY - view.panY) * real,
  };
}

/** The view after dragging by so many CSS pixels. */
export function panBy(view: ViewTransform, dx: number, dy: number, size: ElementSize): ViewTransform {
  const half = size.height / 2;
  return { ...view, panX: view.panX + dx / half, panY: view.panY - dy / half };
}

/** Index of the point nearest to a pixel and within `reach` CSS pixels of it, or `null`. */
export function nearestPoint(
  points: { readonly x: Float32Array; readonly y: Float32Array },
  pixel: { x: number; y: number },
  view: ViewTransform,
  size: ElementSize,
  reach: number,
): number | null {
  const half = size.height / 2;
  // The pixel and the reach in normalised units: ten thousand comparisons, no trigonometry, well under a millisecond.
  const x = ((pixel.x - size.width / 2) / half - view.panX) / view.zoom;
  const y = ((half - pixel.y) / half - view.panY) / view.zoom;
  let best = (reach / half / view.zoom) ** 2;
  let index: number | null = null;
  for (let i = 0; i < points.x.length; i++) {
    const dx = (points.x[i] ?? NaN) - x;
    const dy = (points.y[i] ?? NaN) - y;
    const distance = dx * dx + dy * dy;
    if (distance < best) {
      best = distance;
      index = i;
    }
  }
  return index;
}
