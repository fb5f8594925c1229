// From sample values to the RGBA bytes of one canvas: images that stand one after the other in memory go side by side.

export interface PixelLayout {
  readonly height: number;
  readonly width: number;
  /** 1 (grey) or 3 (red, green, blue). */
  readonly channels: number;
  /** How many images stand side by side. */
  readonly columns: number;
}

/** `ink`: values are brightness. `error`: values are signed errors, and what is shown is how large they are. */
export type Tone = 'ink' | 'error';

/**
 * Writes `columns` images `[columns, height, width, channels]` into `rgba` `[height, columns * width, 4]`. Floats are in
 * [0, 1] (errors in [-1, 1]), bytes in 0..255; what lies outside is clamped. Values that are missing stay black.
 */
export function writePixels(
  rgba: Uint8ClampedArray,
  values: Float32Array | Uint8Array,
  layout: PixelLayout,
  tone: Tone,
): void {
  const { height, width, channels, columns } = layout;
  const scale = values instanceof Uint8Array ? 1 : 255;
  const isError = tone === 'error';
  let from = 0;
  for (let column = 0; column < columns; column++) {
    for (let y = 0; y < height; y++) {
      let to = (y * columns + column) * width * 4;
      for (let x = 0; x < width; x++) {
        for (let c = 0; c < 3; c++) {
          const value = (values[channels === 1 ? from : from + c] ?? 0) * scale;
          rgba[to + c] = isError ? Math.abs(value) : value;
        }
        rgba[to + 3] = 255;
        from += channels;
        to += 4;
      }
    }
  }
}
