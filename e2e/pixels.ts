// What is on a canvas, read from its backing store.
import type { Locator } from '@playwright/test';

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue and alpha of each pixel, 0 to 255, row by row. */
  rgba: number[];
}

export function readPixels(canvas: Locator): Promise<Pixels> {
  return canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const context = (element as HTMLCanvasElement).getContext('2d');
    if (!context) throw new Error('This canvas is not a 2D one.');
    return { width, height, rgba: Array.from(context.getImageData(0, 0, width, height).data) };
  });
}

/** Whether every pixel is the same as the first. */
export function isBlank({ rgba }: Pixels): boolean {
  return rgba.every((value, index) => value === rgba[index % 4]);
}

/** Mean brightness (red channel) in [0, 1]. */
export function brightness({ rgba }: Pixels): number {
  let sum = 0;
  for (let i = 0; i < rgba.length; i += 4) sum += rgba[i] ?? 0;
  return sum / 255 / (rgba.length / 4);
}

/** Mean squared difference of the red channels in [0, 1]; NaN for pictures of different sizes. */
export function distance(a: Pixels, b: Pixels): number {
  if (a.width !== b.width || a.height !== b.height) return Number.NaN;
  let sum = 0;
  for (let i = 0; i < a.rgba.length; i += 4) sum += (((a.rgba[i] ?? 0) - (b.rgba[i] ?? 0)) / 255) ** 2;
  return sum / (a.rgba.length / 4);
}
