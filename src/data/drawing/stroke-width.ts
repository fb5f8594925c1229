// Measures the stroke width of a picture, and makes strokes wider or narrower without moving their centre lines.
import type { Picture } from './picture';

/**
 * Mean stroke width in pixels. A stroke of length L and width w has area Lw and, apart from its ends, outline 2L, so w is
 * twice the area over the outline. The outline of a greyscale picture is its total variation (coarea formula), which
 * blurring does not change. Short strokes and blots come out too narrow, which is the safe error: they lose too little
 * width, not too much. 0 for an empty picture.
 */
export function strokeWidth({ width, height, values }: Picture): number {
  let area = 0;
  let outline = 0;
  // Each cell lies between four pixels: above left and right, below left and right. Outside there is no ink.
  for (let y = 0; y <= height; y++) {
    const above = y > 0 ? (y - 1) * width : values.length;
    const below = y < height ? y * width : values.length;
    let aboveLeft = 0;
    let belowLeft = 0;
    for (let x = 0; x <= width; x++) {
      const aboveRight = x < width ? (values[above + x] ?? 0) : 0;
      const belowRight = x < width ? (values[below + x] ?? 0) : 0;
      const across = aboveRight + belowRight - aboveLeft - belowLeft;
      const down = belowLeft + belowRight - aboveLeft - aboveRight;
      area += belowRight;
      outline += Math.sqrt(across * across + down * down) / 2;
      aboveLeft = aboveRight;
      belowLeft = belowRight;
    }
  }
  return outline === 0 ? 0 : (2 * area) / outline;
}

/** Moves the outline of the ink (the 0.5 level) outwards by `margin` pixels, or inwards if negative. */
export function offsetOutline(picture: Picture, margin: number): Picture {
  const border = Math.ceil(Math.max(0, margin)) + 1;
  const width = picture.width + 2 * border;
  const height = picture.height + 2 * border;
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      if ((picture.values[y * picture.width + x] ?? 0) >= 0.5) ink[(y + border) * width + x + border] = 1;
    }
  }
  const toInk = squaredDistances(ink, 1, width, height);
  const toPaper = squaredDistances(ink, 0, width, height);
  const values = new Float32Array(width * height);
  for (let at = 0; at < values.length; at++) {
    // Distance from the pixel's centre to the outline, halfway between ink and paper; positive inside the ink.
    const depth = ink[at] === 1 ? Math.sqrt(toPaper[at] ?? 0) - 0.5 : 0.5 - Math.sqrt(toInk[at] ?? 0);
    values[at] = Math.min(1, Math.max(0, depth + margin + 0.5));
  }
  return { width, height, values };
}

/**
 * Exact squared distance of every pixel to the nearest pixel whose `mask` is `sought`; Infinity if there is none
 * (Felzenszwalb & Huttenlocher, "Distance Transforms of Sampled Functions", 2012).
 */
function squaredDistances(mask: Uint8Array, sought: 0 | 1, width: number, height: number): Float64Array {
  const distances = new Float64Array(mask.length);
  for (let at = 0; at < mask.length; at++) distances[at] = mask[at] === sought ? 0 : Infinity;
  for (let x = 0; x < width; x++) lowerEnvelope(distances, x, width, height);
  for (let y = 0; y < height; y++) lowerEnvelope(distances, y * width, 1, width);
  return distances;
}

/** Replaces f by min over q of (p - q)^2 + f(q), for the `length` values from `start`, `step` apart. */
function lowerEnvelope(f: Float64Array, start: number, step: number, length: number): void {
  const at = (index: number) => f[start + index * step] ?? Infinity;
  /** The parabolas of the envelope: apex, height, and where each becomes the lowest. */
  const parabolas: { apex: number; height: number; from: number }[] = [];
  for (let apex = 0; apex < length; apex++) {
    const height = at(apex);
    if (height === Infinity) continue;
    let from = -Infinity;
    for (let top = parabolas.at(-1); top !== undefined; top = parabolas.at(-1)) {
      from = (height + apex ** 2 - top.height - top.apex ** 2) / (2 * (apex - top.apex));
      if (from > top.from) break;
      parabolas.pop();
      from = -Infinity;
    }
    parabolas.push({ apex, height, from });
  }
  let lowest = 0;
  for (let p = 0; p < length; p++) {
    while ((parabolas[lowest + 1]?.from ?? Infinity) < p) lowest++;
    const parabola = parabolas[lowest];
    if (parabola !== undefined) f[start + p * step] = (p - parabola.apex) ** 2 + parabola.height;
  }
}
