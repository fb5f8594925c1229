// Points on a plain 2D canvas, kept off the GPU, for browsers without a graphics card: small squares, written straight into
// the picture, so that 60,000 of them take a few milliseconds.
import type { ElementSize } from '../../element-size';
import { restingView } from '../frame/fit-frame';
import type { ViewTransform } from '../frame/fit-frame';
import type { MapPoints, PointRenderer, PointStyle } from './point-renderer';
import { screenDensity } from '../../screen-density';

/** Draws at most once per animation frame. Throws when the canvas cannot give a 2D context. */
export function createCanvasPoints(
  canvas: HTMLCanvasElement,
  initialSize: ElementSize,
  initialStyle: PointStyle,
): PointRenderer {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This canvas gives no 2D context.');
  let size = initialSize;
  let style = initialStyle;
  let view: ViewTransform = restingView;
  let points: MapPoints | null = null;
  let picture: ImageData | null = null;
  let frame = 0;

  function draw(context: CanvasRenderingContext2D) {
    frame = 0;
    const ratio = screenDensity();
    const width = Math.max(1, Math.round(size.width * ratio));
    const height = Math.max(1, Math.round(size.height * ratio));
    if (canvas.width !== width || canvas.height !== height || picture === null) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${size.width}px`;
      canvas.style.height = `${size.height}px`;
      picture = context.createImageData(width, height);
    }
    picture.data.fill(0);
    if (points) paint(picture, points, style, view, size, ratio);
    context.putImageData(picture, 0, 0);
  }

  function drawSoon() {
    if (frame === 0) frame = requestAnimationFrame(() => context && draw(context));
  }

  drawSoon();
  return {
    setPoints(next) {
      points = next;
      drawSoon();
    },
    setStyle(next) {
      style = next;
      drawSoon();
    },
    setView(next) {
      view = next;
      drawSoon();
    },
    setSize(next) {
      size = next;
      drawSoon();
    },
    dispose() {
      cancelAnimationFrame(frame);
    },
  };
}

/** Paler colours first, so that they cover none of the others. */
function paint(
  picture: ImageData,
  points: MapPoints,
  style: PointStyle,
  view: ViewTransform,
  size: ElementSize,
  ratio: number,
): void {
  const inks = inksOf(style);
  const half = (size.height / 2) * ratio;
  const side = Math.max(1, Math.round(style.size * 0.9 * ratio));
  const place = {
    scale: view.zoom * half,
    left: (size.width / 2) * ratio + view.panX * half - side / 2,
    top: half - view.panY * half - side / 2,
    side,
  };
  if (style.palesFrom < inks.faint.length)
    splat(picture, points, inks, place, style.palesFrom, inks.faint.length);
  splat(picture, points, inks, place, 0, style.palesFrom);
}

interface Inks {
  /** Of a pixel that one point covers, and of one that several do, for each category, as the bytes of the picture lie. */
  readonly faint: Uint32Array;
  readonly full: Uint32Array;
}

function splat(
  { data, width, height }: ImageData,
  { x, y, categories }: MapPoints,
  { faint, full }: Inks,
  { scale, left, top, side }: { scale: number; left: number; top: number; side: number },
  from: number,
  to: number,
): void {
  const pixels = new Uint32Array(data.buffer);
  for (let i = 0; i < x.length; i++) {
    const category = categories[i] ?? 0;
    if (category < from || category >= to) continue;
    const column = Math.round(left + (x[i] ?? NaN) * scale);
    const row = Math.round(top - (y[i] ?? NaN) * scale);
    // also false for what is not a number
    if (!(column > -side && row > -side && column < width && row < height)) continue;
    const once = faint[category] ?? 0;
    const again = full[category] ?? 0;
    const right = Math.min(width, column + side);
    const bottom = Math.min(height, row + side);
    for (let at = Math.max(0, row); at < bottom; at++) {
      for (let pixel = at * width + Math.max(0, column); pixel < at * width + right; pixel++) {
        pixels[pixel] = pixels[pixel] === 0 ? once : again;
      }
    }
  }
}

function inksOf({ colours, opacity }: PointStyle): Inks {
  const ink = (alpha: number) => {
    const bytes = new Uint8ClampedArray(colours.length * 4);
    colours.forEach((colour, category) => {
      const channel = (place: number) => Number.parseInt(colour.slice(1 + 2 * place, 3 + 2 * place), 16);
      bytes.set([channel(0), channel(1), channel(2), 255 * alpha], category * 4);
    });
    return new Uint32Array(bytes.buffer);
  };
  // Where two lie over each other, this much of the background is still seen.
  return { faint: ink(opacity), full: ink(1 - (1 - opacity) ** 2) };
}
