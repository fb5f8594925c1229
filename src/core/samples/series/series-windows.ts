// Windows cut from long recordings: where in which recording each sample of a data set lies. It travels in the manifest, so that
// scores can be drawn along the recording.
import { z } from '../../browser/zod';

/** Consecutive windows of a recording in one split, `stride` points apart. */
const stretchSchema = z.object({
  /** Index of the first of them within the split. */
  first: z.int().check(z.nonnegative()),
  count: z.int().check(z.nonnegative()),
  /** Where the first begins, in points from the beginning of the recording. */
  start: z.int().check(z.nonnegative()),
});

export const seriesWindowsSchema = z.object({
  /** Points between the beginnings of neighbouring windows. */
  stride: z.int().check(z.positive()),
  /** Points in a second; null where the file does not tell. */
  rate: z.nullable(z.number().check(z.positive())),
  recordings: z.array(
    z.object({
      name: z.string(),
      /** Points in the whole recording. */
      length: z.int().check(z.positive()),
      train: stretchSchema,
      test: stretchSchema,
    }),
  ),
});

/** The windows of a data set that was cut from recordings. A window is as long as a sample. */
export type SeriesWindows = z.infer<typeof seriesWindowsSchema>;
export type Recording = SeriesWindows['recordings'][number];

export interface WindowPlace {
  readonly recording: Recording;
  /** The first point of the window, from the beginning of the recording. */
  readonly start: number;
}

/** Where a sample of a split lies; null for an index that no recording has. */
export function windowPlace(
  { recordings, stride }: SeriesWindows,
  split: 'train' | 'test',
  index: number,
): WindowPlace | null {
  for (const recording of recordings) {
    const { first, count, start } = recording[split];
    if (index >= first && index < first + count)
      return { recording, start: start + (index - first) * stride };
  }
  return null;
}
