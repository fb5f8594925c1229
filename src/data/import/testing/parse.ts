import { CodedError } from '../../../core/failure';
import type { SourceFile } from '../../../core/import/import-api';
import type { ImportFailure } from '../../../core/import/import-failure';
import { parseFiles, type ParseOptions } from '../parse-files';
import type { Parsed, ParsedArrays, ParsedPictures, ParsedTable } from '../parsed';

export function parse(files: readonly SourceFile[], options?: ParseOptions): Promise<Parsed> {
  return parseFiles(files, () => undefined, new AbortController().signal, options);
}

export async function parseArrayFiles(...files: SourceFile[]): Promise<ParsedArrays> {
  const parsed = await parse(files);
  if (parsed.kind !== 'arrays') throw new Error(`parsed as ${parsed.kind}`);
  return parsed;
}

export async function parseTable(...files: SourceFile[]): Promise<ParsedTable> {
  const parsed = await parse(files);
  if (parsed.kind !== 'table') throw new Error(`parsed as ${parsed.kind}`);
  return parsed;
}

export async function parsePictures(...files: SourceFile[]): Promise<ParsedPictures> {
  const parsed = await parse(files);
  if (parsed.kind !== 'pictures') throw new Error(`parsed as ${parsed.kind}`);
  return parsed;
}

/** The failure with which an import is refused. */
export async function failureOfImport(...files: SourceFile[]): Promise<ImportFailure> {
  try {
    await parse(files);
  } catch (error) {
    if (error instanceof CodedError) return (error as CodedError<ImportFailure>).failure;
    throw error;
  }
  throw new Error('was not refused');
}
