// How a photograph is to be turned, for browsers whose quick decoder leaves that out (EXIF 2.32, tag 0x0112).
import type { Raster } from './raster';

/** 1 to 8, from the JPEG's first bytes; 1, upright, where they say nothing. */
export function orientationOf(head: Uint8Array): number {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
      // APP1 that begins with "Exif".
      if (view.getUint16(at) === 0xffe1 && view.getUint32(at + 4) === 0x45786966)
        return inTiff(view, at + 10);
      if (view.getUint16(at) === 0xffda) return 1;
    }
    return 1;
  } catch (error) {
    if (error instanceof RangeError) return 1;
    throw error;
  }
}

/** `start`: of the TIFF header, from which offsets count. */
function inTiff(view: DataView, start: number): number {
  const isLittle = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, isLittle);
  const entries = view.getUint16(directory, isLittle);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (view.getUint16(at, isLittle) !== 0x0112) continue;
    const value = view.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** The picture as it is to be shown. */
export function turn(raster: Raster, orientation: number): Raster {
  if (orientation === 1) return raster;
  const { width, height, channels, pixels } = raster;
  const isSideways = orientation >= 5;
  const [shownWidth, shownHeight] = isSideways ? [height, width] : [width, height];
  const turned = new Uint8Array(pixels.length);
  for (let y = 0; y < shownHeight; y++) {
    for (let x = 0; x < shownWidth; x++) {
      let [column, row] = isSideways ? [y, x] : [x, y];
      if ([2, 3, 7, 8].includes(orientation)) column = width - 1 - column;
      if ([3, 4, 6, 7].includes(orientation)) row = height - 1 - row;
      const from = (row * width + column) * channels;
      turned.set(pixels.subarray(from, from + channels), (y * shownWidth + x) * channels);
    }
  }
  return { width: shownWidth, height: shownHeight, channels, pixels: turned };
}
