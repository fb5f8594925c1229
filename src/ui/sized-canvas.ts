// A canvas at the resolution of the screen.
import type { ElementSize } from './element-size';
import { screenDensity } from './screen-density';

/** The context of `canvas` at `size` CSS pixels, and device pixels per CSS pixel; null without a 2D context. */
export function sizedCanvas(
  canvas: HTMLCanvasElement | null,
  size: ElementSize,
): { context: CanvasRenderingContext2D; ratio: number } | null {
  // Kept off the GPU, which the engine may be using.
  const context = canvas?.getContext('2d', { willReadFrequently: true });
  if (!canvas || !context) return null;
  const ratio = screenDensity();
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  return { context, ratio };
}
