// A canvas that cells are painted on, at the resolution of the screen and in the colours of the theme.
import type { ElementSize } from '../element-size';
import type { UnitColours } from './paint-units';

/** The cleared context of `canvas` at `size` CSS pixels, with what painting needs; null where there is none. */
export function unitCanvas(
  canvas: HTMLCanvasElement | null,
  size: ElementSize,
): { context: CanvasRenderingContext2D; colours: UnitColours; ratio: number } | null {
  // Kept off the GPU, which the engine may be using.
  const context = canvas?.getContext('2d', { willReadFrequently: true });
  if (!canvas || !context) return null;
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  context.clearRect(0, 0, width, height);
  const style = getComputedStyle(canvas);
  // `color` and `outline-color` are resolved colours, which a canvas understands; custom properties need not be.
  return { context, colours: { positive: style.color, negative: style.outlineColor }, ratio };
}
