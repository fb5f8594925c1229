// A canvas that cells are painted on, at the resolution of the screen and in the colours of the theme.
import type { ElementSize } from '../element-size';
import { sizedCanvas } from '../sized-canvas';
import type { UnitColours } from './paint/paint-units';

/** The cleared context of `canvas` at `size` CSS pixels, with what painting needs; null without a 2D context. */
export function unitCanvas(
  canvas: HTMLCanvasElement | null,
  size: ElementSize,
): { context: CanvasRenderingContext2D; colours: UnitColours; ratio: number } | null {
  const sized = sizedCanvas(canvas, size);
  if (!canvas || !sized) return null;
  const { context, ratio } = sized;
  context.clearRect(0, 0, canvas.width, canvas.height);
  const style = getComputedStyle(canvas);
  // `color` and `outline-color` are resolved colours, which a canvas understands; custom properties need not be.
  return { context, colours: { positive: style.color, negative: style.outlineColor }, ratio };
}
