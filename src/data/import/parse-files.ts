// The door of the parsers: any files in, one `Parsed` out. What a file is, its first bytes say.
import type { ImportProgress, SourceFile } from '../../core/import/import-api';
import type { SoundDecoder } from '../../core/import/series-import';
import type { ArrayFile } from './arrays/array-file';
import { openIdx } from './arrays/idx';
import { openNpy } from './arrays/npy';
import { parseArrays } from './arrays/parse-arrays';
import { chooseFormat } from './files/choose-format';
import { openFiles } from './files/open-files';
import { startJob } from './job';
import type { Parsed } from './parsed';
import { arrangePictures } from './pictures/arrange-pictures';
import { labelsBeside } from './pictures/labels/labels-beside';
import { parseSounds } from './sounds/parse-sounds';
import { parseTables } from './table/parse-tables';

export interface ParseOptions {
  /** Tables: whether the first row has the names of the columns; found out where it is left open. */
  readonly hasHeader?: boolean;
  /** Which data set, where the files hold several; the first one where it is left open. */
  readonly set?: string | null;
  /** Sound: points in a second; the usual rate where it is left open. */
  readonly rate?: number;
  /** Without it sound is refused. */
  readonly decodeSound?: SoundDecoder | undefined;
}

/**
 * Reads files that a person chose. The same files give the same result.
 * @throws CodedError<ImportFailure> when they cannot become a data set, an AbortError when `signal` is aborted
 */
export async function parseFiles(
  files: readonly SourceFile[],
  onProgress: (progress: ImportProgress) => void,
  signal: AbortSignal,
  options: ParseOptions = {},
): Promise<Parsed> {
  const job = startJob(onProgress, signal);
  const {
    format,
    files: chosen,
    tables,
  } = chooseFormat(await openFiles(files, options.set ?? null, job), job);
  switch (format) {
    case 'idx':
      return parseArrays(await openArrays(chosen, openIdx), format, job);
    case 'npy':
    case 'npz':
      return parseArrays(await openArrays(chosen, openNpy), format, job);
    case 'table':
      return parseTables(chosen, options.hasHeader ?? null, job);
    case 'pictures':
      return arrangePictures(chosen, await labelsBeside(chosen, tables, job), job);
    case 'sound':
      return parseSounds(chosen, options.rate ?? null, options.decodeSound ?? null, job);
  }
}

async function openArrays(files: readonly SourceFile[], open: (file: SourceFile) => Promise<ArrayFile>) {
  const arrays: ArrayFile[] = [];
  for (const file of files) arrays.push(await open(file));
  return arrays;
}
