// A greyscale picture with the two operations a drawing needs: cropping to its ink and resizing.

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Row by row, `[height * width]`, 0 to 1. Outside the picture counts as 0. */
  readonly values: Float32Array;
}

/** The smallest part of a picture that contains every pixel above `threshold`, or null when there is none. */
export function cropAbove(picture: Picture, threshold: number): Picture | null {
  let left = picture.width;
  let right = -1;
  let top = picture.height;
  let bottom = -1;
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      if ((picture.values[y * picture.width + x] ?? 0) <= threshold) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (right < 0) return null;
  const width = right - left + 1;
  const height = bottom - top + 1;
  const values = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = (top + y) * picture.width + left;
    values.set(picture.values.subarray(start, start + width), y * width);
  }
  return { width, height, values };
}

/** Scales a picture, rounding its sides up: area averaging when it shrinks, bilinear when it grows. */
export function resize(picture: Picture, scale: number): Picture {
  return resizeRowsTransposed(resizeRowsTransposed(picture, scale), scale);
}

/** Resizes along the rows and transposes, so that two calls resize both ways. */
function resizeRowsTransposed({ width, height, values }: Picture, scale: number): Picture {
  const newWidth = Math.max(1, Math.ceil(width * scale - 1e-6));
  const resized = new Float32Array(newWidth * height);
  for (let x = 0; x < newWidth; x++) {
    // The source span of this pixel; when growing, half a source pixel to either side of its centre.
    const centre = (x + 0.5) / scale;
    const reach = Math.max(1, 1 / scale) / 2;
    const first = Math.max(0, Math.floor(centre - reach));
    const last = Math.min(width - 1, Math.ceil(centre + reach) - 1);
    for (let source = first; source <= last; source++) {
      const covered = Math.min(source + 1, centre + reach) - Math.max(source, centre - reach);
      const weight = covered / (2 * reach);
      for (let y = 0; y < height; y++) {
        const at = x * height + y;
        resized[at] = (resized[at] ?? 0) + weight * (values[y * width + source] ?? 0);
      }
    }
  }
  return { width: height, height: newWidth, values: resized };
}
