// Why files cannot become a data set, what was left out of one, and what is unusual about it: codes and their parameters, never
// sentences. The page has the words. `file` is the path as it was chosen; a place in it is a byte offset or a line from 1.
import { codedFailureOf } from '../failure';

/** The files cannot become a data set. */
export type ImportFailure =
  | { code: 'import.nothing' }
  /** None of the known formats; `begins`: its first bytes in hexadecimal. */
  | { code: 'import.unknown-format'; file: string; begins: string }
  /** All of them are empty. */
  | { code: 'import.empty-file'; files: readonly string[] }
  /** A spreadsheet in its own format. */
  | { code: 'import.workbook'; file: string; kind: 'excel' | 'open-document' | 'numbers' }
  /** Files of formats that do not go together, such as a table and pictures. */
  | { code: 'import.mixed'; files: readonly string[] }
  /** A table beside pictures, of which no column names them. */
  | { code: 'import.labels-unmatched'; file: string; pictures: number }
  | { code: 'import.unreadable'; file: string; detail: string }
  | { code: 'import.truncated'; file: string; bytes: number; expected: number }
  | { code: 'import.trailing-bytes'; file: string; bytes: number; expected: number }
  | { code: 'import.bad-gzip'; file: string }
  | { code: 'import.bad-zip'; file: string; detail: string }
  | { code: 'import.encrypted-zip'; file: string }
  /** `entry`: a path in the archive that leads out of it. */
  | { code: 'import.path-trick'; file: string; entry: string }
  | { code: 'import.idx-type'; file: string; type: number }
  | { code: 'import.idx-shape'; file: string; shape: readonly number[] }
  | { code: 'import.npy-header'; file: string; byte: number }
  /** Too few dimensions for samples of several numbers. */
  | { code: 'import.npy-shape'; file: string; shape: readonly number[] }
  | { code: 'import.npy-pickled'; file: string }
  | { code: 'import.npy-dtype'; file: string; dtype: string }
  /** The arrays of an NPZ do not say which holds the samples. */
  | { code: 'import.npz-names'; file: string; names: readonly string[] }
  /** Labels and samples differ in number. */
  | { code: 'import.label-count'; file: string; labels: number; samples: number }
  | { code: 'import.label-value'; file: string; place: number; value: string }
  /** Training and test samples have different shapes. */
  | { code: 'import.shapes-differ'; files: readonly string[]; shapes: readonly (readonly number[])[] }
  | { code: 'import.unequal-rows'; file: string; line: number; columns: number; expected: number }
  | { code: 'import.not-a-number'; file: string; line: number; column: number; text: string }
  /** A value that is NaN or infinite, at this sample. */
  | { code: 'import.not-finite'; file: string; sample: number }
  | { code: 'import.no-numbers'; file: string }
  | { code: 'import.sample-size'; values: number; least: number; most: number }
  | { code: 'import.no-pictures'; file: string; leftOut: number }
  /** The browser cannot decode pictures in a worker. */
  | { code: 'import.no-decoder'; missing: 'OffscreenCanvas' | 'createImageBitmap' }
  /** The browser answers false colours to whoever reads a canvas, as a protection against fingerprinting. */
  | { code: 'import.canvas-protected' }
  | { code: 'import.too-few'; samples: number; least: number }
  | { code: 'import.all-same'; samples: number }
  | { code: 'import.too-many-classes'; classes: number; most: number }
  /** A limit of what is read: bytes unpacked, files, or bytes in memory. */
  | { code: 'import.too-large'; what: 'unpacked' | 'files' | 'memory'; amount: number; most: number }
  | { code: 'import.out-of-memory'; bytes: number }
  | { code: 'import.test-empty' }
  /** None of the sounds can be used, `file` for one. */
  | { code: 'import.no-sound'; file: string; why: SoundFault; files: number }
  /** The browser decodes no sound. */
  | { code: 'import.no-sound-decoder' }
  /** No recording is as long as a window. */
  | { code: 'import.short-recordings'; file: string; points: number; windowLength: number }
  /** Too few windows fit into the recordings. */
  | { code: 'import.few-windows'; windows: number; least: number };

/** `large`: its file is larger than the page may decode. */
export type SoundFault = 'undecodable' | 'silent' | 'large';

/** Something in the files that is not used; `files` holds the first few of `count`: paths, names of columns, or lines. */
export interface LeftOut {
  readonly why:
    /** Not a picture, or one that the browser cannot read. */
    | 'not-a-picture'
    | 'unreadable-picture'
    | 'empty'
    | 'hidden'
    /**
     * A file that is not used: a text beside pictures, an archive in an archive, test samples without labels
     * beside labelled ones.
     */
    | 'unused-file'
    /** An array beside the samples and their labels. */
    | 'unused-array'
    /** A picture that the table of labels beside it does not name. */
    | 'unlabelled-picture'
    /** A row with a missing value; its line, and its file where there are several. */
    | 'missing-value'
    /** A column that holds text or is constant text, and is not the label. */
    | 'text-column'
    /** A column without values, or with values in less than half of the rows. */
    | 'empty-column'
    /** A column that numbers the rows. */
    | 'row-numbers'
    | `${SoundFault}-sound`
    /** A recording that is shorter than a window. */
    | 'short-recording';
  readonly count: number;
  readonly files: readonly string[];
}

export type ImportNote =
  | { code: 'import.note.one-class'; name: string }
  /** Few samples: the network will learn them by heart. */
  | { code: 'import.note.few'; samples: number }
  | { code: 'import.note.unlabelled' }
  /** Samples that are exactly equal to another one. */
  | { code: 'import.note.duplicates'; count: number }
  /** Pictures of different sizes were brought to one. */
  | { code: 'import.note.scaled'; from: readonly [width: number, height: number]; sizes: number }
  /** Images with a fourth channel: laid over white or black by it, or it was left out because it is the same everywhere or no opacity. */
  | { code: 'import.note.alpha'; how: 'over-white' | 'over-black' | 'opaque' | 'no-opacity' }
  /** Pictures with transparent parts: what these show. */
  | { code: 'import.note.paper'; paper: 'white' | 'black' }
  /** Labels of several numbers a sample, of which the first one is taken. */
  | { code: 'import.note.first-of-labels'; file: string; numbers: number }
  /** The classes of pictures come from a column of a table. */
  | { code: 'import.note.labels-from'; file: string; column: string }
  /** Rows of a series with a missing value, whose points were put on the straight line between their neighbours. */
  | { code: 'import.note.filled'; rows: number }
  /** A window has the class of the rarest of its points. */
  | { code: 'import.note.window-labels'; column: string }
  /** The files hold several data sets, of which this one is shown. */
  | { code: 'import.note.sets'; sets: number; shown: string };

/** Why an import failed; null where it was not the files' fault, such as a worker that died or an import that was cancelled. */
export function importFailureOf(error: unknown): ImportFailure | null {
  const failure = codedFailureOf(error);
  return failure?.code.startsWith('import.') ? (failure as ImportFailure) : null;
}
