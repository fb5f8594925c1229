// How a table is written: what separates its cells, whether its numbers have decimal commas, whether its first row has the names
// of the columns. Found out from its beginning.
import Papa from 'papaparse';
import { isMissing, numberIn, usesDecimalComma } from './cell';
import { withPlainBreaks } from './plain-breaks';
import { findTimeColumns, type TimeColumn } from './time/time-column';

export interface TableLayout {
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
  readonly hasDecimalComma: boolean;
  readonly hasHeader: boolean;
  /** Whether a line before all others names the delimiter. */
  readonly hasSeparatorLine: boolean;
  /** Whether any cell is a number, or the table might be a letter. */
  readonly hasNumbers: boolean;
  /** Names of the columns: from the header, or `Column 1`, …. */
  readonly names: readonly string[];
  /** Columns that tell the time of each row. */
  readonly times: readonly TimeColumn[];
}

/** Excel may begin a table with a line that names the delimiter. */
const separatorLine = /^\ufeff?"?sep=."?(\r\n|\n|\r)/i;

/** Likeliest first: in a table separated by semicolons, commas are decimal. */
const delimiters = ['\t', ';', '|', ',', ' '];

/** Rows that are looked at. */
const sampleRows = 200;

/** `sample`: whole lines from the beginning. `hasHeader`: null to find out. */
export function findLayout(sample: string, path: string, hasHeader: boolean | null): TableLayout {
  const hasSeparatorLine = separatorLine.test(sample);
  const newline = sample.includes('\n') ? '\n' : '\r';
  const { delimiter, rows } = findDelimiter(sample.replace(separatorLine, ''), newline, path);
  const hasDecimalComma = delimiter !== ',' && usesDecimalComma(rows);
  const [first = [], ...others] = rows;
  const isHeader = hasHeader ?? looksLikeHeader(first, others, hasDecimalComma);
  // R writes no name above the names of the rows.
  const missingNames = isHeader && mostCells(others) === first.length + 1 ? 1 : 0;
  const columnCount = isHeader ? first.length + missingNames : mostCells(rows);
  const names = Array.from({ length: columnCount }, (_, index) => {
    const name = isHeader ? (first[index - missingNames] ?? '').trim() : '';
    return name === '' ? `Column ${index + 1}` : name;
  });
  const hasNumbers = rows.some((row) => row.some((cell) => isNumeric(cell, hasDecimalComma)));
  const times = findTimeColumns(isHeader ? others : rows, names, hasDecimalComma);
  const found = { hasHeader: isHeader, hasNumbers, hasSeparatorLine, names, times };
  return { delimiter, newline, hasDecimalComma, ...found };
}

/** A number, or true or false, which count as 1 and 0. */
function isNumeric(cell: string, hasDecimalComma: boolean): boolean {
  return !Number.isNaN(numberIn(cell, hasDecimalComma)) || /^\s*(true|false)\s*$/i.test(cell);
}

function findDelimiter(sample: string, newline: '\n' | '\r', path: string) {
  const isTabbed = /\.(tsv|tab)$/i.test(path);
  const candidates = delimiters.map((delimiter) => ({ delimiter, rows: split(sample, delimiter, newline) }));
  // The same number of cells in every row; if that holds for none, in most rows, so that the odd one can be named.
  const rated = candidates.map((candidate) => ({ ...candidate, share: shareOfEqual(candidate.rows) }));
  const best = Math.max(...rated.map(({ share }) => share));
  const fitting = rated.filter(({ share }) => share === best && share > 0.5);
  const single = { delimiter: isTabbed ? '\t' : ',', rows: split(sample, isTabbed ? '\t' : ',', newline) };
  return fitting[0] ?? single;
}

function split(sample: string, delimiter: string, newline: '\n' | '\r'): string[][] {
  const text = withPlainBreaks(sample, delimiter);
  const { data } = Papa.parse<string[]>(text, {
    delimiter,
    newline,
    preview: sampleRows,
    skipEmptyLines: 'greedy',
  });
  return data;
}

/** The share of rows that have as many cells as most have; 0 where that is a single cell. */
function shareOfEqual(rows: readonly (readonly string[])[]): number {
  const cells = mostCells(rows);
  return cells > 1 ? rows.filter(({ length }) => length === cells).length / rows.length : 0;
}

/** How many cells most rows have. */
function mostCells(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/**
 * A header has no numbers above most columns of numbers. pandas numbers the columns of a table without names, so a row that
 * counts 0, 1, 2, … is a header too.
 */
function looksLikeHeader(
  first: readonly string[],
  others: readonly (readonly string[])[],
  hasDecimalComma: boolean,
): boolean {
  const isNumber = (cell: string) => isNumeric(cell, hasDecimalComma);
  if (others.length === 0) return !first.some(isNumber);
  const counted = first.filter((cell, index) => index > 0 || cell.trim() !== '');
  const start = Number(counted[0]);
  if (counted.length > 3 && (start === 0 || start === 1)) {
    if (counted.every((cell, index) => cell.trim() === String(start + index))) return true;
  }
  const columns = first.map((_, index) =>
    others.map((row) => row[index] ?? '').filter((cell) => !isMissing(cell)),
  );
  const numeric = columns.map(
    (cells) => cells.length > 0 && cells.filter(isNumber).length > cells.length / 2,
  );
  const above = first.filter((_, index) => numeric[index]);
  if (above.length > 0) return above.filter((cell) => !isNumber(cell)).length > above.length / 2;
  return false;
}
