// A picture cut into tiles that have the shape of a data set's samples, and put together again. An image is its own tile; a
// signal is the picture read row by row, in a tile that is nearly square.
import { imageSize, sampleSize, type SampleShape } from '../../../core/samples/samples';
import { filled, withChannels, type Raster } from './raster';

/** The piece of a picture that becomes one sample, in pixels. */
export interface TileFrame {
  readonly width: number;
  readonly height: number;
  /** Of the pixels, grey or RGB. */
  readonly channels: 1 | 3;
}

/** Side by side, row by row. */
export interface TileGrid {
  readonly columns: number;
  readonly rows: number;
}

export interface Tiles extends TileGrid {
  /** `[rows * columns, ...shape]` */
  readonly values: Float32Array;
}

export function tileFrame(shape: SampleShape): TileFrame {
  const image = imageSize(shape);
  if (image) return { width: image.width, height: image.height, channels: image.channels === 3 ? 3 : 1 };
  const [length = 1] = shape;
  const width = Math.ceil(Math.sqrt(length));
  return { width, height: Math.ceil(length / width), channels: 1 };
}

/** As many rows of tiles as a picture of these proportions fills; at least one. */
export function tileRows(
  picture: Pick<Raster, 'width' | 'height'>,
  shape: SampleShape,
  columns: number,
): number {
  const { width, height } = tileFrame(shape);
  return Math.max(1, Math.round((columns * width * picture.height) / (picture.width * height)));
}

/** The picture fills the grid; what sticks out at two of its sides is cut off. */
export function cutTiles(picture: Raster, shape: SampleShape, { columns, rows }: TileGrid): Tiles {
  const frame = tileFrame(shape);
  const { width, height } = frame;
  const coloured = withChannels(picture, frame.channels);
  const scaled = filled(coloured, columns * width, rows * height);
  const size = sampleSize(shape);
  const values = new Float32Array(columns * rows * size);
  const perPixel = valuesPerPixel(shape);
  for (let at = 0; at < values.length; at++) {
    const tile = Math.floor(at / size);
    const pixel = Math.floor((at % size) / perPixel);
    const x = (tile % columns) * width + (pixel % width);
    const y = Math.floor(tile / columns) * height + Math.floor(pixel / width);
    // A signal has the same brightness in each of its channels.
    const channel = frame.channels === 3 ? at % 3 : 0;
    values[at] = scaled.values[(y * scaled.width + x) * frame.channels + channel] ?? 0;
  }
  return { columns, rows, values };
}

/** The picture that tiles make together. Pixels of a tile that a signal is too short for have the mean of its values. */
export function joinTiles({ columns, rows, values }: Tiles, shape: SampleShape): Raster {
  const { width, height, channels } = tileFrame(shape);
  const size = sampleSize(shape);
  const perPixel = valuesPerPixel(shape);
  const joined = new Float32Array(columns * width * rows * height * channels);
  for (let tile = 0; tile < columns * rows; tile++) {
    const sample = values.subarray(tile * size, (tile + 1) * size);
    const mean = sample.reduce((sum, value) => sum + value, 0) / size;
    for (let pixel = 0; pixel < width * height; pixel++) {
      const x = (tile % columns) * width + (pixel % width);
      const y = Math.floor(tile / columns) * height + Math.floor(pixel / width);
      for (let channel = 0; channel < channels; channel++) {
        const place = (y * columns * width + x) * channels + channel;
        joined[place] =
          channels === 3 ? (sample[3 * pixel + channel] ?? 0) : greyAt(sample, pixel, perPixel, mean);
      }
    }
  }
  return { width: columns * width, height: rows * height, channels, values: joined };
}

/** Numbers of a sample that one pixel stands for: the channels. */
function valuesPerPixel(shape: SampleShape): number {
  return shape.at(-1) ?? 1;
}

function greyAt(sample: Float32Array, pixel: number, channels: number, missing: number): number {
  if ((pixel + 1) * channels > sample.length) return missing;
  let sum = 0;
  for (let channel = 0; channel < channels; channel++) sum += sample[pixel * channels + channel] ?? 0;
  return sum / channels;
}
