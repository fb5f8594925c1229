// Ink in memory of our own. Browsers that protect against fingerprinting (Tor, Firefox's resistFingerprinting, Brave) return
// noise or white when a canvas is read back, so strokes are rasterised here and the canvas only shows them.
import type { PenPoint } from './stroke';

/** A rectangle of pixels; `right` and `bottom` are exclusive. */
export interface PixelRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Square picture of ink: `alpha` is `[side, side]`, 0 (none) to 255 (full ink), row by row from the top left. */
export interface InkRaster {
  readonly side: number;
  readonly alpha: Uint8ClampedArray;
}

export function emptyRaster(side: number): InkRaster {
  return { side, alpha: new Uint8ClampedArray(side * side) };
}

/**
 * Inks the line from `a` to `b` (a dot where they are the same) with a round pen, and returns the pixels it may have
 * changed. The edge is anti-aliased over one pixel: coverage is `radius + 1/2 - distance`, clamped to [0, 1]. Ink is never
 * taken away: a pixel keeps the darker of what it had and what the line gives.
 */
export function inkLine({ side, alpha }: InkRaster, a: PenPoint, b: PenPoint, penWidth: number): PixelRect {
  const radius = penWidth / 2;
  const reach = radius + 1;
  const clamp = (value: number) => Math.min(side, Math.max(0, value));
  const left = clamp(Math.floor(Math.min(a.x, b.x) - reach));
  const right = clamp(Math.ceil(Math.max(a.x, b.x) + reach));
  const top = clamp(Math.floor(Math.min(a.y, b.y) - reach));
  const bottom = clamp(Math.ceil(Math.max(a.y, b.y) + reach));
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const squaredLength = dx * dx + dy * dy;
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const x = column + 0.5 - a.x;
      const y = row + 0.5 - a.y;
      // the point of the line nearest to the pixel's centre
      const along = squaredLength === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / squaredLength));
      const distance = Math.hypot(x - along * dx, y - along * dy);
      const ink = 255 * Math.min(1, Math.max(0, radius + 0.5 - distance));
      const at = row * side + column;
      if (ink > alpha[at]!) alpha[at] = ink;
    }
  }
  return { left, top, right, bottom };
}

/** Shows the ink inside `rect`, white on black. */
export function paintRaster(
  context: CanvasRenderingContext2D,
  { side, alpha }: InkRaster,
  { left, top, right, bottom }: PixelRect = { left: 0, top: 0, right: side, bottom: side },
): void {
  if (right <= left || bottom <= top) return;
  const image = context.createImageData(right - left, bottom - top);
  // A whole pixel at a time: byte by byte, an empty pad took long enough to hold up the page's start.
  const pixels = new Uint32Array(image.data.buffer);
  let to = 0;
  for (let row = top; row < bottom; row++) {
    for (let at = row * side + left; at < row * side + right; at++) {
      pixels[to++] = 0xff000000 | (alpha[at]! * 0x010101);
    }
  }
  context.putImageData(image, left, top);
}
