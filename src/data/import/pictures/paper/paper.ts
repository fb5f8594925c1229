// What is laid under transparent parts: the paper against which what is drawn stands out.
import { luma, type Raster } from '../raster';

export type Paper = 'white' | 'black';

/** What is drawn, in sums over pixels: opacity in [0, 1], and that times brightness, 0 to 255. */
export interface Drawn {
  readonly opacity: number;
  readonly light: number;
}

/** Black where what is drawn is brighter than a medium grey, in the mean. */
export function paperFor(drawn: readonly Drawn[]): Paper {
  const opacity = drawn.reduce((sum, each) => sum + each.opacity, 0);
  const light = drawn.reduce((sum, each) => sum + each.light, 0);
  return light > 127.5 * opacity ? 'black' : 'white';
}

/**
 * From one picture on both papers: black adds nothing to what is drawn, and the difference is what shines through. Null where
 * nothing does: the picture is opaque.
 */
export function drawnOn(white: Raster, black: Raster): Drawn | null {
  const pixels = white.width * white.height;
  let [opacity, light] = [0, 0];
  let isOpaque = true;
  for (let pixel = 0; pixel < pixels; pixel++) {
    const here = lumaAt(black, pixel);
    const through = Math.max(0, lumaAt(white, pixel) - here) / 255;
    // One step of 255 is rounding.
    isOpaque &&= through < 1.5 / 255;
    opacity += 1 - through;
    light += here;
  }
  return isOpaque ? null : { opacity, light };
}

function lumaAt({ pixels, channels }: Raster, pixel: number): number {
  if (channels === 1) return pixels[pixel]!;
  return luma(pixels[pixel * 3]!, pixels[pixel * 3 + 1]!, pixels[pixel * 3 + 2]!);
}

const pngSignature = 0x89504e47;
/** Where a PNG states its type of colour. Types from 4 on have a channel of opacity. */
const pngColourType = 25;

/** Whether a picture that begins like this may have transparent parts. JPEG has none; a PNG says so before its pixels. */
export function mayBeTransparent(head: Uint8Array): boolean {
  if (head[0] === 0xff && head[1] === 0xd8) return false;
  const isPng =
    head.length > pngColourType && new DataView(head.buffer, head.byteOffset).getUint32(0) === pngSignature;
  return !isPng || head[pngColourType]! >= 4 || includes(head, 'tRNS');
}

function includes(head: Uint8Array, text: string): boolean {
  const [first = 0, ...others] = Array.from(text, (letter) => letter.charCodeAt(0));
  for (let at = head.indexOf(first); at >= 0; at = head.indexOf(first, at + 1)) {
    if (others.every((code, index) => head[at + 1 + index] === code)) return true;
  }
  return false;
}
