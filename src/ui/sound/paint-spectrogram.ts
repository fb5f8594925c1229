// A spectrogram as pixels: a column a frame, and as many rows as the picture is high.
import { intensitySteps } from '../ramp/intensity-ramp';
import type { LevelRange, Levels } from './levels';
import { frequencyAt } from './pitch-axis';

/**
 * @param colours `[intensitySteps, 3]`
 * @param topHz half the sampling rate
 * @returns RGBA bytes, `[rows, frames, 4]`; the top row is the highest frequency
 */
export function spectrogramPixels(
  { db, frames, bins }: Levels,
  rows: number,
  { low, high }: LevelRange,
  colours: Uint8ClampedArray,
  topHz: number,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * rows * frames);
  const scale = (intensitySteps - 1) / Math.max(1e-6, high - low);
  for (let row = 0; row < rows; row++) {
    const place = (frequencyAt(1 - (row + 0.5) / rows, topHz) / topHz) * (bins - 1);
    const below = Math.min(bins - 2, Math.max(0, Math.floor(place)));
    const mix = place - below;
    for (let frame = 0; frame < frames; frame++) {
      const at = frame * bins + below;
      const level = (1 - mix) * (db[at] ?? low) + mix * (db[at + 1] ?? low);
      const step = Math.round(Math.min(intensitySteps - 1, Math.max(0, (level - low) * scale)));
      const pixel = 4 * (row * frames + frame);
      pixels[pixel] = colours[3 * step] ?? 0;
      pixels[pixel + 1] = colours[3 * step + 1] ?? 0;
      pixels[pixel + 2] = colours[3 * step + 2] ?? 0;
      pixels[pixel + 3] = 255;
    }
  }
  return pixels;
}
