// How the page has files turned into a data set, in a worker of its own (`src/importing`). Types only. The page opens files,
// shows the preview, changes the choices and asks for another preview, and finally saves or cancels.
import type { DatasetId } from '../experiment/dataset-id';
import type { OwnDataset } from '../samples/own-dataset';
import type { SampleShape } from '../samples/samples';
import type { ValueUnits } from '../samples/value-units';
import type { SeriesChoices, SeriesOffers, SeriesPreview, SoundDecoder } from './series-import';
import type { ImportNote, LeftOut } from './import-failure';

export type { OwnDataset };

/** A file as it was chosen, with its path in the chosen folder: `train/cat/7.png`. */
export interface SourceFile {
  readonly path: string;
  readonly blob: Blob;
}

/** What the files turned out to be. An archive counts as what it holds. */
export type ImportFormat = 'idx' | 'npy' | 'npz' | 'table' | 'pictures' | 'sound';

/** A person's choices. What does not apply to the format is ignored. */
export interface ImportChoices extends SeriesChoices {
  readonly name: string;
  /** Which data set, where the files hold several: one of the preview's `sets`; null where they hold one. */
  readonly set: string | null;
  /** Tables: whether the first row has the names of the columns. */
  readonly hasHeader: boolean;
  /** Tables: the column that holds the class, counted from 0; null for none. */
  readonly labelColumn: number | null;
  /** Tables and flat arrays: how the numbers of one sample are arranged; one of the preview's `shapes`. */
  readonly shape: SampleShape;
  /** Pictures: pixels on the longer side, 8 to 64. */
  readonly side: number;
  readonly colour: 'grey' | 'rgb';
  /** Pictures: `fit` keeps all of a picture and pads it; `crop` fills the square and cuts off what is outside. */
  readonly framing: 'fit' | 'crop';
  /** Replaces each value v in [0, 1] by 1 - v. */
  readonly invert: boolean;
  /**
   * `files`: as the files have it (`train/` and `test/`, `x_train` and `x_test`); `random`: by class, with `seed`. Of windows:
   * `time`, the first part of each recording trains and the last tests; `recordings`, whole ones test, chosen with `seed`.
   */
  readonly split: 'files' | 'random' | 'time' | 'recordings';
  /** Share of the samples, or of the points, that becomes the test set of any split but that of the files, 0.05 to 0.5. */
  readonly testShare: number;
  readonly seed: number;
  /**
   * How values are brought to [0, 1]. `range`: one range of all values: for images the minimum and maximum (bytes: 0 and 255), for
   * signals a robust range of the training set; `channel`: such a range for each channel; `feature`: a minimum and maximum for
   * each place in the sample.
   */
  readonly normalisation: 'range' | 'channel' | 'feature';
}

/** What can be chosen for these files. A list with one entry leaves no choice. */
export interface ImportOffers {
  /** Null where the samples are not cut from recordings and cannot be. */
  readonly series: SeriesOffers | null;
  /** Names of the data sets that the files hold, where these are several; otherwise null. */
  readonly sets: readonly string[] | null;
  /** Names of a table's columns, from its header or `Column 1`, …; null for other formats. */
  readonly columns: readonly string[] | null;
  /** Arrangements of a sample's numbers that fit, likeliest first. */
  readonly shapes: readonly SampleShape[];
  readonly colours: readonly ImportChoices['colour'][];
  readonly splits: readonly [ImportChoices['split'], ...ImportChoices['split'][]];
  readonly normalisations: readonly ImportChoices['normalisation'][];
  /** Whether side and framing apply. */
  readonly isScalable: boolean;
}

export interface ImportPreview {
  readonly format: ImportFormat;
  /** As applied: with the defaults that the files suggest where nothing was chosen. */
  readonly choices: ImportChoices;
  readonly offers: ImportOffers;
  readonly shape: SampleShape;
  readonly trainCount: number;
  readonly testCount: number;
  /** Classes and how many samples each has, in the order of their indices; null without labels. */
  readonly classes: readonly { readonly name: string; readonly count: number }[] | null;
  /** Least and greatest value in the data's own units. */
  readonly valueRange: readonly [min: number, max: number];
  /** What 0 and 1 stand for at each place of a sample, where every place was scaled by itself. */
  readonly placeRanges?: ValueUnits['placeRanges'];
  /** The recordings that the samples are cut from; null where they are not. */
  readonly series: SeriesPreview | null;
  /** Up to 24 samples spread over the data: scaled values, `[n, sampleSize]`, and their classes, `[n]`. */
  readonly samples: Float32Array;
  readonly labels: Uint16Array;
  /** Files and rows that are not used, and why. */
  readonly leftOut: readonly LeftOut[];
  /** What is unusual about data that can be used all the same. */
  readonly notes: readonly ImportNote[];
}

/** What is being done, in whole units of it. `total` is 0 while it is not known. */
export interface ImportProgress {
  readonly stage: 'reading' | 'unpacking' | 'parsing' | 'decoding' | 'scaling' | 'saving';
  readonly done: number;
  readonly total: number;
  readonly unit: 'bytes' | 'rows' | 'files' | 'samples';
}

/** The result of an import. `isKept`: whether the browser has stored it; otherwise it lasts as long as the page. */
export interface ImportedDataset {
  readonly id: DatasetId;
  readonly dataset: OwnDataset;
  readonly isKept: boolean;
}

/** The import worker's side. One import at a time; `open` ends an earlier one. What is wrong with the files comes as a `CodedError<ImportFailure>`. */
export interface ImportApi {
  /** Holds this lock for as long as the worker lives, so that the page notices its death. */
  live(lifeLock: string): Promise<void>;
  /**
   * Reads files and describes them under the choices that they suggest.
   * @param decodeSound runs on the page, which alone can decode sound; without it sound is refused
   * @throws CodedError when they cannot become a data set
   */
  open(
    files: readonly SourceFile[],
    onProgress: (progress: ImportProgress) => void,
    decodeSound?: SoundDecoder,
  ): Promise<ImportPreview>;
  /** The preview under other choices. Only the latest call is answered; earlier ones reject with an AbortError. */
  preview(
    changed: Partial<ImportChoices>,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<ImportPreview>;
  /** Makes the data set under the latest choices and stores it, if the browser lets it. */
  save(onProgress: (progress: ImportProgress) => void): Promise<ImportedDataset>;
  /** The data set as a NumPy archive. Has nothing to do with the import that is under way. */
  exportNpz(dataset: OwnDataset): Promise<Blob>;
  /** Ends the import and lets go of its memory. */
  cancel(): void;
}
