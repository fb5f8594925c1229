// A hole in a picture of a sample: a pattern that no data has, in place of the missing pixels.
import type { Mask } from '../../../core/inpainting/mask';
import type { SampleLook } from '../../sample/sample-look';

/** Two shades, as squares; the same in light and dark, since pictures have a black ground in both. */
const shades = [
  [70, 82, 150],
  [88, 101, 174],
] as const;

/** The pixel of the sample under each pixel of the picture, `[height * width]`. */
export function pixelsUnder(look: SampleLook, channels: number): Uint32Array {
  const { width, height } = look;
  const under = new Uint32Array(width * height);
  const index = (x: number, y: number) => look.at((x + 0.5) / width, (y + 0.5) / height).index / channels;
  const isFlat = look.at(0.5, 0).index === look.at(0.5, 1).index;
  for (let y = 0; y < height; y++) {
    if (isFlat && y > 0) under.copyWithin(y * width, 0, width);
    else for (let x = 0; x < width; x++) under[y * width + x] = index(x, y);
  }
  return under;
}

/** @param rgba picture of one sample, `[height, width, 4]` */
export function paintHoles(
  rgba: Uint8ClampedArray,
  { width, height, isPixelated }: SampleLook,
  mask: Mask,
  under: Uint32Array,
): void {
  const square = isPixelated ? 1 : Math.max(1, Math.round(height / 24));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const place = y * width + x;
      if (mask[under[place] ?? 0] !== 1) continue;
      const shade = shades[(Math.floor(x / square) + Math.floor(y / square)) % 2 === 0 ? 0 : 1];
      rgba.set(shade, 4 * place);
    }
  }
}
