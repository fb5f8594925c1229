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
  /** Canvas pixels between neighbours that stay as they are. */
  readonly gap?: number;
}

/** Writes the samples into `rgba`, `[rows * look.height, columns * (look.width + gap), 4]`. */
export function paintSamples(
  rgba: Uint8ClampedArray,
  { look, shape, values, grid: { columns, rows }, tone, reference, gain, gap = 0 }: PaintedSamples,
): void {
  const size = sampleSize(shape);
  const pitch = look.width + gap;
  const canvasWidth = columns * pitch;
  for (let place = 0; place < rows * columns; place++) {
    const left = (place % columns) * pitch + (gap >> 1);
    const top = Math.floor(place / columns) * look.height;
    const piece = (of: SampleValues) => of.subarray(place * size, (place + 1) * size);
    look.paint({ rgba, canvasWidth, left, top }, piece(values), tone, reference && piece(reference), gain);
  }
}
