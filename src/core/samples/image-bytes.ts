// Pixels as bytes, for storage.

/** Pixels in [0, 1] as bytes, clipped and rounded. */
export function imageBytes(pixels: Float32Array): Uint8Array {
  return Uint8Array.from(new Uint8ClampedArray(pixels.map((pixel) => pixel * 255)));
}
