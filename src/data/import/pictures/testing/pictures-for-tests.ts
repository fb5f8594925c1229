// Picture files made by the browser's encoders or by hand, and what the browser's decoders make of them.
import type { ParsedPicture } from '../../parsed';
import { decodePictures, openLocalDecoders } from '../decode-pictures';
import type { Raster } from '../raster';
import { withOrientation } from '../scaled-jpeg';

export async function drawPicture(
  width: number,
  height: number,
  draw: (context: OffscreenCanvasRenderingContext2D) => void,
  type = 'image/png',
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  draw(context);
  return canvas.convertToBlob({ type, quality: 0.95 });
}

/** A JPEG twice as wide as high, left half black, right half white, with an EXIF segment that states the orientation. */
export async function exifJpeg(orientation: number, height = 32): Promise<Blob> {
  const draw = (context: OffscreenCanvasRenderingContext2D) => {
    context.fillRect(0, 0, height, height);
    context.fillStyle = '#fff';
    context.fillRect(height, 0, height, height);
  };
  return withOrientation(await drawPicture(height * 2, height, draw, 'image/jpeg'), orientation);
}

/** A GIF of one pixel. */
export function gifOfOneColour(red: number, green: number, blue: number): Blob {
  const bytes = Uint8Array.of(
    ...[0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0, 0],
    ...[red, green, blue, 0, 0, 0],
    ...[0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0x02, 0x02, 0x44, 0x01, 0, 0x3b],
  );
  return new Blob([bytes], { type: 'image/gif' });
}

export async function decodeAll(blobs: readonly Blob[], classNames: string[] | null = null) {
  const pictures = blobs.map((blob, index): ParsedPicture => ({
    path: `${index}.png`,
    blob,
    label: index,
    split: null,
  }));
  const parsed = { kind: 'pictures', pictures, classNames, leftOut: [], notes: [], sets: null } as const;
  return decodePictures(parsed, openLocalDecoders, () => undefined, new AbortController().signal);
}

/** Its channels. */
export function pixel({ pixels, width, channels }: Raster, x: number, y: number): number[] {
  const at = (y * width + x) * channels;
  return [...pixels.subarray(at, at + channels)];
}
