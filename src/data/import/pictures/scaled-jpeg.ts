// Decodes a large JPEG at a fraction of its size, which takes a quarter of the time: a decoder can leave out most of the work
// (a scaled inverse DCT, exact averages over 2, 4 or 8 pixels). Only `ImageDecoder` offers it, in some browsers, and not every
// one honours EXIF orientation there; a picture whose result is known shows whether this one does.
import type { PictureSize } from './picture-size';

export interface ScaledDecoder {
  /**
   * @param jpeg a buffer is given away
   * @param least the size that the result should reach at least; the browser may answer a larger one
   */
  readonly decode: (jpeg: Blob | ArrayBuffer, least: PictureSize) => Promise<ImageBitmap>;
  /** Whether the result is turned as EXIF says. */
  readonly turns: boolean;
}

/** Null where the browser cannot do it, or turns pictures wrongly. */
export async function findScaledDecoder(): Promise<ScaledDecoder | null> {
  if (typeof ImageDecoder === 'undefined') return null;
  try {
    const bitmap = await decodeScaled(await turnedTrial(), { width: side * 2, height: side });
    const isTurned = bitmap.height === bitmap.width * 2 && isDarkAbove(bitmap);
    const isAsStored = bitmap.width === bitmap.height * 2;
    bitmap.close();
    return isTurned || isAsStored ? { decode: decodeScaled, turns: isTurned } : null;
  } catch {
    return null;
  }
}

async function decodeScaled(jpeg: Blob | ArrayBuffer, least: PictureSize): Promise<ImageBitmap> {
  const data = jpeg instanceof Blob ? await jpeg.arrayBuffer() : jpeg;
  const decoder = new ImageDecoder({
    type: 'image/jpeg',
    data,
    transfer: [data],
    desiredWidth: least.width,
    desiredHeight: least.height,
  });
  try {
    const { image } = await decoder.decode();
    try {
      return await createImageBitmap(image);
    } finally {
      image.close();
    }
  } finally {
    decoder.close();
  }
}

const side = 16;
/** The trial is decoded at this part of its size: Chromium without a GPU does not turn what is decoded at its full size. */
const reduction = 8;

/** Twice as wide as high, left half black, right half white, to be turned right by 90°, so that black comes out above. */
async function turnedTrial(): Promise<Blob> {
  const length = side * reduction;
  const canvas = new OffscreenCanvas(length * 2, length);
  const context = canvas.getContext('2d');
  if (!context) throw new RangeError('The browser gives no canvas.');
  context.fillRect(0, 0, length, length);
  context.fillStyle = '#fff';
  context.fillRect(length, 0, length, length);
  return withOrientation(await canvas.convertToBlob({ type: 'image/jpeg' }), 6);
}

/**
 * The same JPEG with an EXIF segment that states how it is to be turned: APP1, "Exif", a big-endian TIFF header, and a
 * directory of one entry (tag 0x0112, SHORT, one value).
 *
 * @param orientation 1 to 8
 */
export function withOrientation(jpeg: Blob, orientation: number): Blob {
  const segment = Uint8Array.of(
    ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  );
  return new Blob([jpeg.slice(0, 2), segment, jpeg.slice(2)], { type: 'image/jpeg' });
}

function isDarkAbove(bitmap: ImageBitmap): boolean {
  const context = new OffscreenCanvas(side, side * 2).getContext('2d', { willReadFrequently: true });
  context?.drawImage(bitmap, 0, 0, side, side * 2);
  const brightness = (y: number) => context?.getImageData(side / 2, y, 1, 1).data[1] ?? 127;
  return brightness(side / 2) < 50 && brightness(side * 1.5) > 200;
}
