// Reads how large a picture is from its first bytes, before anything decodes it: a file of a few kilobytes can claim to be
// 50,000 pixels wide, and decoding that takes the tab down. PNG, JPEG, GIF, WebP and BMP; others decode without this check.

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** How many bytes of a file `pictureSize` needs. A JPEG with a longer preface is taken as unknown. */
export const headBytes = 256 * 1024;

/** As stored, before any rotation that EXIF asks for; null where the format is unknown or the bytes end too early. */
export function pictureSize(head: Uint8Array): PictureSize | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (view.getUint16(0) === 0xffd8) return jpegSize(view);
    if (view.getUint32(0) === 0x47494638) {
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    }
    if (view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250) return webpSize(view);
    if (view.getUint16(0) === 0x424d) {
      return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
    }
    return null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Walks the segments up to the frame header, SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC). */
function jpegSize(view: DataView): PictureSize | null {
  let at = 2;
  for (;;) {
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff) at++;
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    at += 2 + view.getUint16(at + 2);
  }
}

/** Lossy (`VP8 `), lossless (`VP8L`) and extended (`VP8X`) files: RFC 9649, section 2. */
function webpSize(view: DataView): PictureSize | null {
  switch (view.getUint32(12)) {
    case 0x56503820:
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 0x5650384c: {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x56503858: {
      const threeBytes = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65536;
      return { width: threeBytes(24) + 1, height: threeBytes(27) + 1 };
    }
    default:
      return null;
  }
}
