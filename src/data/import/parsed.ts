// What the parsers make of files, before a person's choices: numbers in the data's own units, or pictures not yet decoded.
import type { ImportNote, LeftOut } from '../../core/import/import-failure';
import type { SourceFile } from '../../core/import/import-api';
import type { SeriesWindows } from '../../core/samples/series/series-windows';
import type { ValueRange } from '../../core/samples/value-units';
import type { TimeColumn } from './table/time/time-column';

export type Parsed = ParsedArrays | ParsedTable | ParsedPictures | ParsedSounds;

/** What is told of files of every format. */
export interface Told {
  readonly leftOut: readonly LeftOut[];
  /** What the parsers decided where the files left it open. */
  readonly notes: readonly ImportNote[];
  /** Null unless the files hold several data sets. */
  readonly sets: FoundSets | null;
}

/** The data sets that files hold, by name, and the one that was read. */
export interface FoundSets {
  readonly names: readonly string[];
  readonly shown: string;
}

/** Samples that arrive as arrays, with labels or without. */
export interface ParsedArrays extends Told {
  readonly kind: 'arrays';
  readonly format: 'idx' | 'npy' | 'npz';
  readonly train: ParsedSplit;
  /** Null where the files have no test set. */
  readonly test: ParsedSplit | null;
  /** Names of the classes; null without labels. */
  readonly classNames: readonly string[] | null;
  /** What an export says beside samples and labels. */
  readonly exported: ExportedFacts;
}

export interface ExportedFacts {
  /** What 0 and 1 stood for; null where the files do not say. */
  readonly valueRange: ValueRange | null;
  /** The same for each place in a sample, where each was scaled by itself. */
  readonly placeRanges: readonly ValueRange[] | null;
  /** Where the samples lie in the recordings that they were cut from. */
  readonly windows: SeriesWindows | null;
}

export interface ParsedSplit {
  /** `[count, ...shape]`, C order; all finite. */
  readonly values: Uint8Array | Float32Array;
  /** Of one sample, as the file has it: `[28, 28]`, `[784]`, `[32, 32, 3]`, `[3, 32, 32]`. */
  readonly shape: readonly number[];
  readonly count: number;
  /** Class indices, `[count]`; null without labels, for both splits or for neither. */
  readonly labels: Uint16Array | null;
}

/** A table: each row is a sample, or a point of time. */
export interface ParsedTable extends Told {
  readonly kind: 'table';
  readonly file: string;
  /** Whether the first row was taken for names. */
  readonly hasHeader: boolean;
  readonly rows: number;
  /** Where a second file holds the test set: its first row. Null for one file. */
  readonly testFrom: number | null;
  readonly columns: readonly ParsedColumn[];
  /** The column that is likely to hold the class; null for none. */
  readonly likelyLabel: number | null;
  /** The files in the order of their rows, each with its first row. */
  readonly files: readonly { readonly path: string; readonly from: number }[];
  /** Where each row stood among all rows, `[rows]`, rising; null where none was left out. */
  readonly places: Uint32Array | null;
  /** Columns that tell the time of each row. */
  readonly times: readonly TimeColumn[];
}

export interface ParsedColumn {
  /** From the header, or `Column 1`, …. */
  readonly name: string;
  /** `[rows]`; null where a cell is not a number. */
  readonly numbers: Float32Array | null;
  /** The cells as classes; null where there are more than 1,000 different ones. */
  readonly classes: { readonly names: readonly string[]; readonly indices: Uint16Array } | null;
  /** Why the parser has left it out, where it was for more than holding text. */
  readonly leftOutAs?: 'empty-column' | 'row-numbers';
}

/** Sound, one recording a file, in folders or loose. */
export interface ParsedSounds extends Told {
  readonly kind: 'sounds';
  /** Points in a second. */
  readonly rate: number;
  readonly sounds: readonly ParsedSound[];
  /** Names of the classes, in alphabetical order; null where no folder names one. */
  readonly classNames: readonly string[] | null;
}

export interface ParsedSound extends Pick<ParsedPicture, 'path' | 'label' | 'split'> {
  /** One channel, in [-1, 1]. */
  readonly samples: Float32Array;
}

/** Pictures in folders, or loose. */
export interface ParsedPictures extends Told {
  readonly kind: 'pictures';
  readonly pictures: readonly ParsedPicture[];
  /** Names of the classes, in alphabetical order; null where no folder names one. */
  readonly classNames: readonly string[] | null;
}

export interface ParsedPicture extends SourceFile {
  /** Index into `classNames`; 0 without classes. */
  readonly label: number;
  /** From a folder named `train` or `test`; null where no folder says. */
  readonly split: 'train' | 'test' | null;
}
