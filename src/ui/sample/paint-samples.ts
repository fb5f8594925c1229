// Many samples in one picture: they stand in memory one after the other, and row by row in the picture.
import { sampleSize, type SampleShape } from '../../core/samples/samples';
import type { SampleLook, SampleValues, Tone } from './sample-look';

export interface SampleGrid {
  readonly columns: number;
  readonly rows: number;
}

export interface PaintedSamples {
  readonly look: SampleLook;
  readonly shape: SampleShape;
  /** `[rows * columns, ...shape]`. */
  readonly values: SampleValues;
  readonly grid: SampleGrid;
  readonly tone: Tone;
  /** As `values`. */
  readonly reference?: SampleValues | undefined;
  /** Of errors, in place of the look's own. */
  readonly gain?: number | undefined;
}

/** Writes the samples into `rgba`, `[rows * look.height, columns * look.width, 4]`. */
export function paintSamples(
  rgba: Uint8ClampedArray,
  { look, shape, values, grid: { columns, rows }, tone, reference, gain }: PaintedSamples,
): void {
  const size = sampleSize(shape);
  const canvasWidth = columns * look.width;
  for (let place = 0; place < rows * columns; place++) {
    const left = (place % columns) * look.width;
    const top = Math.floor(place / columns) * look.height;
    const piece = (of: SampleValues) => of.subarray(place * size, (place + 1) * size);
    look.paint({ rgba, canvasWidth, left, top }, piece(values), tone, reference && piece(reference), gain);
  }
}
