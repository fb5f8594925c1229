// Pictures made in the test, whose colours are known, through the browser's own decoders.
import { describe, expect, test, vi } from 'vitest';
import { importFailureOf } from '../../../core/import/import-failure';
import { createPictureDecoder } from './decode-picture';
import type { Raster } from './raster';
import { findScaledDecoder } from './scaled-jpeg';
import { decodeAll, drawPicture, exifJpeg, gifOfOneColour, pixel } from './testing/pictures-for-tests';

async function decode(blob: Blob): Promise<Raster> {
  const { pictures } = await decodeAll([blob]);
  return pictures[0]!.raster;
}

describe('a decoded picture', () => {
  test('has the colours of the PNG, pixel by pixel, when it is small', async () => {
    const blob = await drawPicture(20, 12, (context) => {
      context.fillStyle = 'rgb(10, 20, 30)';
      context.fillRect(0, 0, 20, 12);
      context.fillStyle = 'rgb(200, 100, 50)';
      context.fillRect(19, 11, 1, 1);
    });
    const raster = await decode(blob);
    expect([raster.width, raster.height, raster.channels]).toEqual([20, 12, 3]);
    expect([pixel(raster, 0, 0), pixel(raster, 18, 11), pixel(raster, 19, 11)]).toEqual([
      [10, 20, 30],
      [10, 20, 30],
      [200, 100, 50],
    ]);
  });

  test('has one channel when it is grey', async () => {
    const blob = await drawPicture(9, 9, (context) => {
      context.fillStyle = 'rgb(77, 77, 77)';
      context.fillRect(0, 0, 9, 9);
    });
    const raster = await decode(blob);
    expect(raster.channels).toBe(1);
    expect(new Set(raster.pixels)).toEqual(new Set([77]));
  });

  test('is reduced by averages: stripes of one pixel become grey, not other stripes', async () => {
    const blob = await drawPicture(1280, 960, (context) => {
      for (let x = 0; x < 1280; x += 2) context.fillRect(x, 0, 1, 960);
      context.globalCompositeOperation = 'destination-over';
      context.fillStyle = '#fff';
      context.fillRect(0, 0, 1280, 960);
    });
    const raster = await decode(blob);
    expect([raster.width, raster.height]).toEqual([85, 64]);
    expect(Math.max(...raster.pixels) - Math.min(...raster.pixels)).toBeLessThan(20);
    const mean = raster.pixels.reduce((a, b) => a + b, 0) / raster.pixels.length;
    expect(Math.abs(mean - 127.5)).toBeLessThan(1);
  });

  test('keeps large areas where they were', async () => {
    const blob = await drawPicture(3001, 1999, (context) => {
      context.fillStyle = '#f00';
      context.fillRect(0, 0, 3001, 1999);
      context.fillStyle = '#00f';
      context.fillRect(1500, 0, 1501, 1999);
    });
    const raster = await decode(blob);
    expect([raster.width, raster.height]).toEqual([96, 64]);
    expect([pixel(raster, 46, 63), pixel(raster, 49, 0)]).toEqual([
      [255, 0, 0],
      [0, 0, 255],
    ]);
  });

  test('reads JPEG and WebP to within their loss', async () => {
    for (const type of ['image/jpeg', 'image/webp']) {
      const blob = await drawPicture(
        32,
        32,
        (context) => {
          context.fillStyle = 'rgb(180, 90, 40)';
          context.fillRect(0, 0, 32, 32);
        },
        type,
      );
      expect(blob.type).toBe(type);
      const [red = 0, green = 0, blue = 0] = pixel(await decode(blob), 16, 16);
      expect(Math.max(Math.abs(red - 180), Math.abs(green - 90), Math.abs(blue - 40))).toBeLessThan(6);
    }
  });

  test('reads a GIF', async () => {
    expect(pixel(await decode(gifOfOneColour(12, 34, 56)), 0, 0)).toEqual([12, 34, 56]);
  });

  // The large one is decoded at a fraction of its size where the browser can do that.
  test.each([32, 800])('of %d rows is turned as EXIF says', async (height) => {
    const straight = await decodeAll([await exifJpeg(1, height)]);
    expect(straight.pictures[0]?.size).toEqual({ width: height * 2, height });
    // Orientation 6 is turned right by 90°, so that the left, which is black, becomes the top; 3 is upside down.
    const { pictures } = await decodeAll([await exifJpeg(6, height), await exifJpeg(3, height)]);
    const [right, over] = pictures.map(({ raster }) => raster);
    expect(pictures[0]?.size).toEqual({ width: height, height: height * 2 });
    expect(pixel(right!, 16, 4)[0]).toBeLessThan(30);
    expect(pixel(right!, 16, right!.height - 5)[0]).toBeGreaterThan(225);
    expect(pixel(over!, 4, 4)[0]).toBeGreaterThan(225);
    expect(pixel(over!, over!.width - 5, 4)[0]).toBeLessThan(30);
  });

  test('is turned here where the quick decoder leaves that out', async () => {
    const stored = await exifJpeg(1, 800);
    const asStored = { turns: false, decode: () => createImageBitmap(stored) };
    for (const orientation of [1, 3, 6]) {
      const jpeg = await exifJpeg(orientation, 800);
      const here = await createPictureDecoder(64, asStored).decode(jpeg);
      const browsers = await createPictureDecoder(64, null).decode(jpeg);
      expect(here?.size).toEqual(browsers?.size);
      expect(here?.raster.width).toBe(browsers?.raster.width);
      const differences = here!.raster.pixels.map((value, at) =>
        Math.abs(value - browsers!.raster.pixels[at]!),
      );
      expect(Math.max(...differences)).toBeLessThan(12);
    }
  });

  test('that is a large JPEG has the same pixels, decoded at a fraction of its size or not', async () => {
    const draw = (context: OffscreenCanvasRenderingContext2D) => {
      for (let band = 0; band < 40; band++) {
        context.fillStyle = `hsl(${band * 9}, 80%, ${30 + band}%)`;
        context.fillRect(0, band * 30, 1600, 30);
      }
    };
    const jpeg = await drawPicture(1600, 1200, draw, 'image/jpeg');
    const scaled = await findScaledDecoder();
    expect(scaled).not.toBeNull();
    const quick = await createPictureDecoder(64, scaled).decode(jpeg);
    const whole = await createPictureDecoder(64, null).decode(jpeg);
    expect(quick?.size).toEqual(whole?.size);
    const differences = quick!.raster.pixels.map((value, at) => Math.abs(value - whole!.raster.pixels[at]!));
    expect(Math.max(...differences)).toBeLessThan(8);
  });
});

describe('a picture that cannot be read', () => {
  test('is left out by name, and its class goes when nothing is left of it', async () => {
    const good = await drawPicture(9, 9, (context) => context.fillRect(0, 0, 9, 5));
    const bad = new Blob(['not a picture'], { type: 'image/png' });
    const decoded = await decodeAll([bad, good, good], ['ant', 'bee', 'cow']);
    expect(decoded.pictures.map(({ label }) => label)).toEqual([0, 1]);
    expect(decoded.classNames).toEqual(['bee', 'cow']);
    expect(decoded.leftOut).toEqual([{ why: 'unreadable-picture', count: 1, files: ['0.png'] }]);
  });

  test('that claims to be huge is not decoded', async () => {
    const good = await drawPicture(9, 9, (context) => context.fillRect(0, 0, 9, 5));
    const bytes = new Uint8Array(await good.arrayBuffer());
    new DataView(bytes.buffer).setUint32(16, 60_000);
    new DataView(bytes.buffer).setUint32(20, 60_000);
    const error: unknown = await decodeAll([new Blob([bytes])]).catch((thrown: unknown) => thrown);
    expect(importFailureOf(error)).toEqual({ code: 'import.no-pictures', file: '0.png', leftOut: 1 });
  });

  test('whose form is extreme is reduced or left out', async () => {
    const line = await drawPicture(60_000, 2, (context) => context.fillRect(0, 0, 30_000, 2));
    const dot = await drawPicture(1, 1, (context) => context.fillRect(0, 0, 1, 1));
    const { pictures, leftOut } = await decodeAll([line, dot]);
    expect(pictures.length + (leftOut[0]?.count ?? 0)).toBe(2);
    expect(
      pictures.map(({ raster }) => Math.max(raster.width, raster.height)).every((side) => side <= 256),
    ).toBe(true);
  });

  test('one of 500 with bytes changed or cut is decoded or left out, never more than that', async () => {
    const sources = [
      await drawPicture(24, 16, (context) => context.fillRect(3, 3, 9, 9)),
      await drawPicture(24, 16, (context) => context.fillRect(3, 3, 9, 9), 'image/jpeg'),
      await drawPicture(24, 16, (context) => context.fillRect(3, 3, 9, 9), 'image/webp'),
      gifOfOneColour(1, 2, 3),
    ];
    const files = await Promise.all(sources.map(async (blob) => new Uint8Array(await blob.arrayBuffer())));
    let state = 12345;
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const mutated = Array.from({ length: 500 }, (_, index) => {
      const bytes = files[index % files.length]!.slice();
      for (let change = random(4); change >= 0; change--) bytes[random(bytes.length)] = random(256);
      return new Blob([random(3) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes]);
    });
    const decoded = await decodeAll([...sources, ...mutated]);
    const leftOut = decoded.leftOut[0]?.count ?? 0;
    expect(decoded.pictures.length + leftOut).toBe(504);
    expect(leftOut).toBeGreaterThan(50);
    expect(decoded.pictures.length).toBeGreaterThan(50);
    for (const { raster } of decoded.pictures) {
      expect(raster.pixels).toHaveLength(raster.width * raster.height * raster.channels);
    }
  });
});

test('a browser that answers false colours is told apart', async () => {
  const blob = await drawPicture(9, 9, () => undefined);
  const prototype = OffscreenCanvasRenderingContext2D.prototype;
  const spy = vi.spyOn(prototype, 'getImageData').mockImplementation((_x, _y, width, height) => {
    return new ImageData(width, height);
  });
  try {
    const error: unknown = await decodeAll([blob]).catch((thrown: unknown) => thrown);
    expect(importFailureOf(error)).toEqual({ code: 'import.canvas-protected' });
  } finally {
    spy.mockRestore();
  }
});

test('a browser that cannot decode in a worker is named by what it lacks', async () => {
  const blob = await drawPicture(9, 9, () => undefined);
  vi.stubGlobal('createImageBitmap', undefined);
  try {
    const error: unknown = await decodeAll([blob]).catch((thrown: unknown) => thrown);
    expect(importFailureOf(error)).toEqual({ code: 'import.no-decoder', missing: 'createImageBitmap' });
  } finally {
    vi.unstubAllGlobals();
  }
});
