// Reads the pixels of a canvas from its backing store.
import type { Locator } from '@playwright/test';

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue and alpha of each pixel, 0 to 255, row by row. */
  rgba: Uint8Array;
}

/** Copies the canvas first: repeated reads of a GPU canvas would slow it down, and Chromium warns about that. */
export async function readPixels(canvas: Locator): Promise<Pixels> {
  const { width, height, base64 } = await canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const copy = Object.assign(document.createElement('canvas'), { width, height });
    const context = copy.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('No 2D canvas context to read pixels with.');
    context.drawImage(element, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    // As a string: half a million numbers would take seconds to serialise.
    let bytes = '';
    for (let i = 0; i < data.length; i += 8192) bytes += String.fromCharCode(...data.subarray(i, i + 8192));
    return { width, height, base64: btoa(bytes) };
  });
  return { width, height, rgba: Buffer.from(base64, 'base64') };
}

/** Whether all pixels are equal. */
export function isBlank({ rgba }: Pixels): boolean {
  return rgba.every((value, index) => value === rgba[index % 4]);
}

/** Mean brightness (red channel) in [0, 1]. */
export function brightness({ rgba }: Pixels): number {
  let sum = 0;
  for (let i = 0; i < rgba.length; i += 4) sum += rgba[i] ?? 0;
  return sum / 255 / (rgba.length / 4);
}

/** Mean squared difference of the red channels, in [0, 1]; NaN when the sizes differ. */
export function distance(a: Pixels, b: Pixels): number {
  if (a.width !== b.width || a.height !== b.height) return Number.NaN;
  let sum = 0;
  for (let i = 0; i < a.rgba.length; i += 4) sum += (((a.rgba[i] ?? 0) - (b.rgba[i] ?? 0)) / 255) ** 2;
  return sum / (a.rgba.length / 4);
}

/** Whether some pixels are not grey, by more than rounding. */
export function isColoured({ rgba }: Pixels): boolean {
  for (let i = 0; i < rgba.length; i += 4) if (Math.abs((rgba[i] ?? 0) - (rgba[i + 2] ?? 0)) > 8) return true;
  return false;
}
