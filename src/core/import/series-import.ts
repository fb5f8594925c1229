// Long recordings on their way to a data set: points of time in a table, and sound. They are cut into windows, one sample each.
import type { SeriesWindows } from '../samples/series/series-windows';

/** What a person chooses of recordings. What does not apply is ignored. */
export interface SeriesChoices {
  /** Tables: `rows`, each row is a sample; `series`, rows are points of a long recording, one a file. */
  readonly reading: 'rows' | 'series';
  /** Tables: the columns that are channels, counted from 0. */
  readonly channels: readonly number[];
  /** Tables: the column that tells the time of each point; null for none. */
  readonly timeColumn: number | null;
  /** Sound: points in a second. */
  readonly rate: number;
  /** Points in a window. */
  readonly windowLength: number;
  /** Points between the beginnings of neighbouring windows. */
  readonly stride: number;
}

export interface SeriesOffers {
  /** Likeliest first. */
  readonly readings: readonly SeriesChoices['reading'][];
  /** Columns that can be a channel: those that hold numbers and are not the label. Null for sound. */
  readonly channels: readonly number[] | null;
  /** Columns that can tell the time. */
  readonly timeColumns: readonly number[];
  /** Sound: rates that it can be brought to. Empty for tables. */
  readonly rates: readonly number[];
  /** The longest window that fits into a recording and into a sample. */
  readonly longestWindow: number;
}

/** A recording thinned for drawing: in each of `columns` pieces of it the least and the greatest value, in the data's units. */
export interface Trace {
  /** Index into `windows.recordings`. */
  readonly recording: number;
  readonly columns: number;
  /** `[channels, columns]` */
  readonly lows: Float32Array;
  readonly highs: Float32Array;
}

export interface SeriesPreview {
  readonly windows: SeriesWindows;
  readonly windowLength: number;
  readonly channels: number;
  /** Of the first few recordings. */
  readonly traces: readonly Trace[];
}

/** Sound as numbers: one channel in [-1, 1]; or why there is none. */
export type DecodedSound =
  | { readonly samples: Float32Array }
  /** `cannot`: the browser knows no such sound, or the file is damaged. `no-decoder`: it decodes none. */
  | { readonly why: 'cannot' | 'no-decoder' };

/** Decodes a file of sound, mixed to one channel and brought to `rate` points in a second. Never rejects. */
export type SoundDecoder = (blob: Blob, rate: number) => Promise<DecodedSound>;
