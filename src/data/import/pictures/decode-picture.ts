// Decodes one picture and reduces it to a size from which it can be framed in every way that can be chosen later. What has
// transparent parts comes on white and on black, and EXIF orientation is honoured.
import { orientationOf, turn } from './orientation';
import { headBytes, pictureSize, type PictureSize } from './picture-size';
import { drawnOn, mayBeTransparent, type Paper } from './paper/paper';
import type { Raster } from './raster';
import { createResampler } from './resample';
import type { ScaledDecoder } from './scaled-jpeg';

/** More are not decoded: a pixel takes four bytes. Photographs of phones have up to 50 million, except in special modes. */
const mostPixels = 110_000_000;
/** From this size on it pays to decode a JPEG at a fraction of its size. */
const largePixels = 500_000;
/** In bytes. A photograph is read once, for its size and for its pixels. */
const mostReadAtOnce = 32e6;
/** Rows are read from the canvas in strips of about this many pixels. */
const stripPixels = 1 << 20;
/** Of a panorama, so that it does not weigh as much as a hundred pictures. */
const longSide = 256;

export interface DecodedPicture {
  /** Over white. */
  readonly raster: Raster;
  /** Over black; null where no part is transparent. */
  readonly overBlack: Raster | null;
  /** As shown, before the reduction. */
  readonly size: PictureSize;
}

/** Calls may overlap: the canvas, which is used again, is drawn on and read without a pause. */
export interface PictureDecoder {
  /** Null where the browser cannot read it, or it is too large: 110 million pixels, or wider than a canvas. */
  decode(blob: Blob): Promise<DecodedPicture | null>;
}

/** @param shortSide to which the shorter side of a larger picture is reduced, in pixels */
export function createPictureDecoder(shortSide: number, decodeScaled: ScaledDecoder | null): PictureDecoder {
  const canvas = new OffscreenCanvas(1, 1);
  return {
    async decode(blob) {
      const isReadAtOnce = blob.size <= mostReadAtOnce;
      const bytes = await blob.slice(0, isReadAtOnce ? blob.size : headBytes).arrayBuffer();
      const head = new Uint8Array(bytes, 0, Math.min(headBytes, bytes.byteLength));
      const isJpeg = head[0] === 0xff && head[1] === 0xd8;
      // Read now: the buffer is given away.
      const orientation = isJpeg && decodeScaled?.turns === false ? orientationOf(head) : 1;
      const stated = pictureSize(head);
      if (stated && stated.width * stated.height > mostPixels) return null;
      const isLarge = stated !== null && stated.width * stated.height >= largePixels;
      const scaled =
        isJpeg && isLarge && decodeScaled
          ? await decodeScaled
              .decode(isReadAtOnce ? bytes : blob, atLeastTwice(stated, shortSide))
              .catch(() => null)
          : null;
      const bitmap = scaled ?? (await decodeWhole(blob));
      if (bitmap === null) return null;
      try {
        const size =
          scaled && stated ? turnedLike(bitmap, stated) : { width: bitmap.width, height: bitmap.height };
        const raster = reduce(bitmap, shortSide, canvas, 'white');
        const onBlack = mayBeTransparent(head) ? reduce(bitmap, shortSide, canvas, 'black') : null;
        const overBlack = onBlack && drawnOn(raster, onBlack) ? onBlack : null;
        if (scaled === null || orientation === 1) return { raster, overBlack, size };
        const turned = turn(raster, orientation);
        const shown = orientation >= 5 ? { width: size.height, height: size.width } : size;
        return { raster: turned, overBlack, size: shown };
      } catch (error) {
        // Wider than a canvas can be.
        if (error instanceof DOMException) return null;
        throw error;
      } finally {
        bitmap.close();
      }
    },
  };
}

function decodeWhole(blob: Blob): Promise<ImageBitmap | null> {
  return createImageBitmap(blob, { imageOrientation: 'from-image' }).catch(() => null);
}

/** Twice what a picture is reduced to on each axis, as it is stored: enough for exact averages over areas. */
function atLeastTwice(stated: PictureSize, shortSide: number): PictureSize {
  const { width, height } = reducedSize(stated, shortSide);
  return { width: width * 2, height: height * 2 };
}

/** The stated size, with its sides exchanged if the picture was turned. */
function turnedLike(bitmap: PictureSize, { width, height }: PictureSize): PictureSize {
  const isTurned = bitmap.width < bitmap.height !== width < height;
  return isTurned ? { width: height, height: width } : { width, height };
}

function reducedSize({ width, height }: PictureSize, shortSide: number): PictureSize {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const scale = Math.min(1, shortSide / short, longSide / long);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** In two steps: averages over boxes of whole pixels to at most twice the size on each axis, then exact averages over areas. */
function reduce(bitmap: ImageBitmap, shortSide: number, canvas: OffscreenCanvas, paper: Paper): Raster {
  const target = reducedSize(bitmap, shortSide);
  const boxed = {
    width: Math.min(bitmap.width, target.width * 2),
    height: Math.min(bitmap.height, target.height * 2),
  };
  const boxes = averageBoxes(bitmap, boxed, canvas, paper);
  const values = new Float32Array(target.width * target.height * 3);
  createResampler(boxed, target, 3)(boxes, values);
  const pixels = Uint8Array.from(values, Math.round);
  const isGrey = !pixels.some((value, place) => value !== pixels[place - (place % 3)]);
  if (!isGrey) return { ...target, channels: 3, pixels };
  return { ...target, channels: 1, pixels: pixels.filter((_, place) => place % 3 === 0) };
}

/** `[height, width, 3]` of the size of `to`. */
function averageBoxes(
  bitmap: ImageBitmap,
  to: PictureSize,
  canvas: OffscreenCanvas,
  paper: Paper,
): Float32Array {
  const { width, height } = bitmap;
  const rowsOf = (row: number) => Math.round((row * height) / to.height);
  const boxHeight = Math.ceil(height / to.height);
  const rowsPerStrip = Math.max(1, Math.floor(stripPixels / width / boxHeight));
  const averages = new Float32Array(to.width * to.height * 3);
  for (let row = 0; row < to.height; row += rowsPerStrip) {
    const last = Math.min(to.height, row + rowsPerStrip);
    const [top, bottom] = [rowsOf(row), rowsOf(last)];
    const strip = readStrip(bitmap, top, bottom - top, canvas, paper);
    for (let box = row; box < last; box++) {
      averageRow(strip, width, rowsOf(box) - top, rowsOf(box + 1) - top, averages, box * to.width, to.width);
    }
  }
  return averages;
}

/** Rows of the picture on paper, a pixel a 32-bit word, red in the lowest byte. */
function readStrip(
  bitmap: ImageBitmap,
  top: number,
  height: number,
  canvas: OffscreenCanvas,
  paper: Paper,
): Uint32Array {
  const { width } = bitmap;
  if (canvas.width !== width || canvas.height < height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new DOMException('No canvas of this size.', 'NotSupportedError');
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, top, width, height, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4);
}

/** One row of averages. Sums of red and blue share a word, 16 bits each: they are emptied before they could leave 31 bits. */
function averageRow(
  strip: Uint32Array,
  width: number,
  from: number,
  until: number,
  averages: Float32Array,
  at: number,
  columns: number,
): void {
  let left = 0;
  for (let column = 0; column < columns; column++) {
    const right = Math.round(((column + 1) * width) / columns);
    let [red, green, blue] = [0, 0, 0];
    for (let row = from; row < until; row++) {
      for (let start = left; start < right; start += 128) {
        const end = row * width + Math.min(right, start + 128);
        let redAndBlue = 0;
        for (let place = row * width + start; place < end; place++) {
          const pixel = strip[place]!;
          redAndBlue += pixel & 0xff00ff;
          green += (pixel >>> 8) & 0xff;
        }
        red += redAndBlue & 0xffff;
        blue += redAndBlue >>> 16;
      }
    }
    const count = (right - left) * (until - from);
    const place = (at + column) * 3;
    averages[place] = red / count;
    averages[place + 1] = green / count;
    averages[place + 2] = blue / count;
    left = right;
  }
}
