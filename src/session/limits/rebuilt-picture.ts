// A photograph on its way through a network, in numbers: its tiles, what is made of them, and how wrong that is.
import { meanSquaredError, squaredError } from '../../core/pca/squared-error';
import { sampleSize, type SampleShape } from '../../core/samples/samples';
import type { Raster } from '../../data/drawing/tiles/raster';
import { cutTiles, joinTiles, tileRows, type TileGrid } from '../../data/drawing/tiles/tiles';

export interface CutPhotograph {
  readonly shape: SampleShape;
  readonly grid: TileGrid;
  /** The whole picture as one sample, then its tiles row by row: `[1 + n, ...shape]`, in [0, 1]. */
  readonly samples: Float32Array;
  /** Mean squared error of painting every tile in its mean colour. */
  readonly flatMse: number;
}

export interface RebuiltPicture {
  /** `[height, width, channels]` with its shape. */
  readonly mosaic: { readonly shape: SampleShape; readonly values: Float32Array };
  readonly whole: { readonly shape: SampleShape; readonly values: Float32Array };
  /** Mean squared error over the tiles, and of the whole picture as one sample. */
  readonly mse: number;
  readonly wholeMse: number;
}

export function cutPhotograph(picture: Raster, shape: SampleShape, columns: number): CutPhotograph {
  const grid = { columns, rows: tileRows(picture, shape, columns) };
  const whole = cutTiles(picture, shape, { columns: 1, rows: 1 }).values;
  const tiles = cutTiles(picture, shape, grid).values;
  const samples = new Float32Array(whole.length + tiles.length);
  samples.set(whole);
  samples.set(tiles, whole.length);
  return { shape, grid, samples, flatMse: flatError(tiles, shape) };
}

/** @param rebuilt `[1 + n, ...shape]`, of the same samples */
export function rebuiltPicture(
  { shape, grid, samples }: CutPhotograph,
  rebuilt: Float32Array,
): RebuiltPicture {
  const size = sampleSize(shape);
  const [whole, tiles] = [rebuilt.subarray(0, size), rebuilt.subarray(size)];
  return {
    mosaic: pictureOf(joinTiles({ ...grid, values: tiles }, shape)),
    whole: pictureOf(joinTiles({ columns: 1, rows: 1, values: whole }, shape)),
    mse: meanSquaredError(samples.subarray(size), tiles),
    wholeMse: meanSquaredError(samples.subarray(0, size), whole),
  };
}

function pictureOf({ width, height, channels, values }: Raster): RebuiltPicture['mosaic'] {
  return { shape: [height, width, channels], values };
}

function flatError(tiles: Float32Array, shape: SampleShape): number {
  const size = sampleSize(shape);
  const channels = shape.at(-1) ?? 1;
  let sum = 0;
  for (let first = 0; first < tiles.length; first += size) {
    const tile = tiles.subarray(first, first + size);
    const means = Array.from({ length: channels }, (_, channel) => {
      let total = 0;
      for (let at = channel; at < size; at += channels) total += tile[at] ?? 0;
      return (total * channels) / size;
    });
    sum += squaredError(
      tile,
      Float32Array.from({ length: size }, (_, at) => means[at % channels] ?? 0),
    );
  }
  return sum / tiles.length;
}
