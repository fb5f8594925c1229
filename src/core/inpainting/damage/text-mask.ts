// Text written over an image, again and again until the image is full: what a watermark does.
import type { Grid, Mask } from '../mask';
import { glyphOf, glyphRows } from './glyphs';

/** Longest text that is of use on an image of this kind. */
export const longestText = 24;

/**
 * The pixels of the letters are missing.
 * @param scale pixels of the image for one of a letter, at least 1
 */
export function textMask({ rows, columns }: Grid, text: string, scale: number): Mask {
  const mask = new Uint8Array(rows * columns);
  const line = lineOf(text);
  const width = line[0]?.length ?? 0;
  if (width === 0) return mask;
  const lineHeight = glyphRows + 1;
  const lines = Math.max(1, Math.floor((rows / scale + 1) / lineHeight));
  const top = Math.max(0, Math.floor((rows - (lines * lineHeight - 1) * scale) / 2));
  for (let row = top; row < rows; row++) {
    const inText = Math.floor((row - top) / scale);
    const pixels = line[inText % lineHeight];
    if (pixels === undefined || inText >= lines * lineHeight - 1) continue;
    for (let column = 0; column < columns; column++)
      if (pixels[Math.floor(column / scale) % width] === '#') mask[row * columns + column] = 1;
  }
  return mask;
}

/** The text once, and the space before it begins anew; empty for a text without letters. */
function lineOf(text: string): string[] {
  const letters = Array.from(text.trim(), glyphOf);
  if (letters.length === 0) return [];
  return Array.from(
    { length: glyphRows },
    (_, row) => letters.map((letter) => `${letter[row] ?? ''}.`).join('') + '..',
  );
}
