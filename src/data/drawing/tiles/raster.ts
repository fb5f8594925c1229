// A picture as numbers, in grey or in colour, and the three things that are done to it on its way into a network: cropping,
// scaling, taking its colour away.
import type { ColourPicture } from '../../../core/samples/drawing';
import { resize, type Picture } from '../picture';

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** 1 (grey) or 3 (RGB). */
  readonly channels: 1 | 3;
  /** `[height, width, channels]`, in [0, 1] unless a network put other numbers there. */
  readonly values: Float32Array;
}

/** Weights of red, green and blue in a grey (ITU-R BT.601). */
const greyWeights = [0.299, 0.587, 0.114] as const;

/** What is transparent counts as white. */
export function rasterOf({ width, height, rgba }: ColourPicture): Raster {
  const values = Float32Array.from({ length: width * height * 3 }, (_, at) => {
    const pixel = 4 * Math.floor(at / 3);
    const opacity = (rgba[pixel + 3] ?? 255) / 255;
    return 1 - opacity + (opacity * (rgba[pixel + (at % 3)] ?? 0)) / 255;
  });
  return { width, height, channels: 3, values };
}

/** Grey of colour by its brightness; colour of grey as three equal channels. */
export function withChannels(raster: Raster, channels: 1 | 3): Raster {
  if (raster.channels === channels) return raster;
  const { width, height, values } = raster;
  if (channels === 3)
    return {
      width,
      height,
      channels,
      values: Float32Array.from({ length: values.length * 3 }, (_, at) => values[Math.floor(at / 3)] ?? 0),
    };
  const grey = Float32Array.from({ length: width * height }, (_, pixel) =>
    greyWeights.reduce((sum, weight, channel) => sum + weight * (values[3 * pixel + channel] ?? 0), 0),
  );
  return { width, height, channels, values: grey };
}

/**
 * The middle of a picture, as large as it can be with these proportions, scaled to `width` x `height`: area averaging where it
 * shrinks, bilinear where it grows.
 */
export function filled(raster: Raster, width: number, height: number): Raster {
  const { channels } = raster;
  const aspect = width / height;
  const cropWidth = Math.max(1, Math.min(raster.width, Math.round(raster.height * aspect)));
  const cropHeight = Math.max(1, Math.min(raster.height, Math.round(raster.width / aspect)));
  const left = Math.floor((raster.width - cropWidth) / 2);
  const top = Math.floor((raster.height - cropHeight) / 2);
  if (cropWidth === width && cropHeight === height && raster.width === width && raster.height === height)
    return raster;
  const values = new Float32Array(width * height * channels);
  const scale = Math.max(width / cropWidth, height / cropHeight);
  // Where a picture grows, its edge pixels would fade into what is outside of it: they are weighed by how much is inside.
  const inside =
    scale > 1
      ? resize(
          planeOf(cropWidth, cropHeight, () => 1),
          scale,
        ).values
      : null;
  for (let channel = 0; channel < channels; channel++) {
    const plane = planeOf(
      cropWidth,
      cropHeight,
      (x, y) => raster.values[((top + y) * raster.width + left + x) * channels + channel] ?? 0,
    );
    const scaled = resize(plane, scale);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = y * scaled.width + x;
        values[(y * width + x) * channels + channel] = (scaled.values[at] ?? 0) / (inside?.[at] ?? 1);
      }
    }
  }
  return { width, height, channels, values };
}

function planeOf(width: number, height: number, valueAt: (x: number, y: number) => number): Picture {
  const values = Float32Array.from({ length: width * height }, (_, at) =>
    valueAt(at % width, Math.floor(at / width)),
  );
  return { width, height, values };
}
