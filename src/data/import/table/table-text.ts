// The text of a table: its encoding, and its rows as they come. The text is decoded and split piece by piece.
import Papa from 'papaparse';
import { fail } from '../fail';
import { readBytes, readPieces } from '../files/read-blob';
import type { Job } from '../job';
import { withPlainBreaks } from './plain-breaks';
import type { TableLayout } from './table-layout';

const sampleBytes = 256 * 1024;

/** A row longer than this is a quote that nobody closed. */
const longestRow = 16 * 2 ** 20;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The beginning of a table: whole lines, unless the file is a single one. */
export async function readSample(file: string, blob: Blob): Promise<{ text: string; encoding: Encoding }> {
  const bytes = await readBytes(file, blob, 0, sampleBytes);
  const encoding = findEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  if (blob.size <= sampleBytes) return { text, encoding };
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  return { text: end > 0 ? text.slice(0, end) : text, encoding };
}

/** By the byte order mark; without one it is UTF-8, or what Excel writes where that does not fit. */
function findEncoding(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

export interface Rows {
  readonly rows: readonly (readonly string[])[];
  /** The line, from 1, at which a row of these begins. */
  readonly lineOf: (index: number) => number;
}

/** The rows of a table, some at a time. `onBytes` is told how many bytes were read. */
export async function* readRows(
  file: string,
  blob: Blob,
  encoding: Encoding,
  { delimiter, newline }: Pick<TableLayout, 'delimiter' | 'newline'>,
  job: Job,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Rows> {
  const decoder = new TextDecoder(encoding);
  const parser = new Papa.Parser({ delimiter, newline });
  let rest = '';
  let firstLine = 1;
  for await (const piece of readPieces(file, blob, 0, 1, job.signal)) {
    rest += decoder.decode(piece, { stream: true });
    yield* split(true);
    onBytes(piece.length);
    if (rest.length > longestRow) {
      fail({ code: 'import.unequal-rows', file, line: firstLine, columns: 1, expected: 1 });
    }
  }
  rest += decoder.decode();
  yield* split(false);

  function* split(hasMore: boolean): Generator<Rows> {
    const text = withPlainBreaks(rest, delimiter);
    const parsed = parser.parse(text, 0, hasMore) as { data: string[][]; meta: { cursor: number } };
    rest = text.slice(parsed.meta.cursor);
    if (parsed.data.length === 0) return;
    const start = firstLine;
    // Without quotes no cell has a line break.
    if (!text.includes('"')) {
      firstLine += parsed.data.length;
      yield { rows: parsed.data, lineOf: (index) => start + index };
      return;
    }
    const starts = parsed.data.map((row) => {
      firstLine += linesOf(row, newline);
      return firstLine - linesOf(row, newline);
    });
    yield { rows: parsed.data, lineOf: (index) => starts[index] ?? start };
  }
}

/** How many lines a row takes: quoted cells may go over several. */
function linesOf(row: readonly string[], newline: string): number {
  return row.reduce((lines, cell) => lines + cell.split(newline).length - 1, 1);
}
