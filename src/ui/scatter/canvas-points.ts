// Points on a plain 2D canvas, kept off the GPU, for browsers without a graphics card: small squares, class by class.
import type { ElementSize } from '../element-size';
import { restingView, toPixel } from './fit-frame';
import type { ViewTransform } from './fit-frame';
import type { MapPoints, PointRenderer, PointStyle } from './point-renderer';

const blockSize = 500;

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
  let frame = 0;

  function draw(context: CanvasRenderingContext2D) {
    frame = 0;
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(size.width * ratio);
    canvas.height = Math.round(size.height * ratio);
    canvas.style.width = `${size.width}px`;
    canvas.style.height = `${size.height}px`;
    context.scale(ratio, ratio);
    const shown = points;
    if (!shown) return;
    const side = style.size * 0.9;
    context.globalAlpha = style.opacity;
    // Block by block, so that no class covers all others; class by class within a block, to change colour seldom.
    for (let start = 0; start < shown.x.length; start += blockSize) {
      const end = Math.min(shown.x.length, start + blockSize);
      style.colours.forEach((colour, category) => {
        context.fillStyle = colour;
        for (let i = start; i < end; i++) {
          if (shown.categories[i] !== category) continue;
          const { x, y } = toPixel(shown.x[i] ?? NaN, shown.y[i] ?? NaN, view, size);
          context.fillRect(x - side / 2, y - side / 2, side, side);
        }
      });
    }
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
