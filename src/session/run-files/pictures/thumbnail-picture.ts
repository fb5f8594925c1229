// The kept samples and their reconstructions as one picture, for who opens the file: samples above, what became of them below.
import { imageSize, sampleSize, type SampleShape } from '../../../core/samples/samples';
import type { RunThumbnail } from '../../archive/kept-run';
import { writePng } from './png';

/** Pixels of a picture for each of an image. */
const scale = 4;
const gap = 4;
const signalSize = { width: 192, height: 96 };

interface Tile {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  /** `[height, width, channels]` */
  readonly draw: (sample: Float32Array) => Uint8Array;
}

/** Null where there is nothing to draw. */
export async function thumbnailPicture(
  { original, reconstructed }: RunThumbnail,
  shape: SampleShape,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const size = sampleSize(shape);
  const count = Math.floor(original.length / size);
  const tile = tileOf(shape);
  if (count === 0 || tile === null) return null;
  const { width, height, channels } = tile;
  const [fullWidth, fullHeight] = [count * (width + gap) - gap, 2 * height + gap];
  const pixels = new Uint8Array(fullWidth * fullHeight * channels).fill(255);
  [original, reconstructed].forEach((samples, row) => {
    for (let column = 0; column < count; column++) {
      const drawn = tile.draw(samples.subarray(column * size, (column + 1) * size));
      for (let y = 0; y < height; y++) {
        const to = ((row * (height + gap) + y) * fullWidth + column * (width + gap)) * channels;
        pixels.set(drawn.subarray(y * width * channels, (y + 1) * width * channels), to);
      }
    }
  });
  return writePng(pixels, fullWidth, fullHeight, channels);
}

function tileOf(shape: SampleShape): Tile | null {
  const image = imageSize(shape);
  if (image === null) return { ...signalSize, channels: 1, draw: (sample) => drawSignal(sample, shape) };
  const { width, height, channels } = image;
  if (channels !== 1 && channels !== 3) return null;
  return {
    width: width * scale,
    height: height * scale,
    channels,
    draw: (sample) => enlarge(sample, width, height, channels),
  };
}

function enlarge(sample: Float32Array, width: number, height: number, channels: number): Uint8Array {
  const wide = width * scale;
  const pixels = new Uint8Array(wide * height * scale * channels);
  for (let y = 0; y < height * scale; y++)
    for (let x = 0; x < wide; x++)
      for (let channel = 0; channel < channels; channel++) {
        const from = (Math.floor(y / scale) * width + Math.floor(x / scale)) * channels + channel;
        pixels[(y * wide + x) * channels + channel] = Math.round(255 * clamp(sample[from] ?? 0));
      }
  return pixels;
}

/** The first channel as a black line; values of 0 and 1 are a little away from the edges. */
function drawSignal(sample: Float32Array, [length = 1, channels = 1]: SampleShape): Uint8Array {
  const { width, height } = signalSize;
  const pixels = new Uint8Array(width * height).fill(255);
  const yAt = (x: number) => {
    const at = (x / (width - 1)) * (length - 1);
    const [before, share] = [Math.floor(at), at - Math.floor(at)];
    const value = (index: number) => sample[Math.min(index, length - 1) * channels] ?? 0;
    const height01 = value(before) * (1 - share) + value(before + 1) * share;
    return Math.round((height - 1) * (1 - clamp(0.1 + 0.8 * height01)));
  };
  for (let x = 0; x < width; x++) {
    const [from, to] = [yAt(Math.max(0, x - 1)), yAt(x)];
    for (let y = Math.min(from, to); y <= Math.max(from, to); y++) pixels[y * width + x] = 0;
  }
  return pixels;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
