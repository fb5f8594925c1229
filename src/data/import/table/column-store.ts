// The cells of a table, column by column, in arrays that grow with the rows: nothing is made for a row or a cell.
import { fail } from '../fail';
import { allocate, checkMemory } from '../job';
import { maxClasses } from '../limits';
import { isMissing, numberIn } from './cell';

/** Marks in `texts`. */
const isNumber = -1;
export const isAbsent = -2;
/** A text that comes after the first thousand different ones. */
const isOther = -3;

export interface StoredColumn {
  /** `[capacity]`; NaN where the cell holds no number. */
  numbers: Float32Array;
  /** `[capacity]`: places in `names`, or the marks above; null while all cells are numbers. */
  texts: Int16Array | null;
  /** The different texts. */
  readonly names: Map<string, number>;
  /** Whether there are more different texts than classes there can be. */
  hasMany: boolean;
  /** Cells that hold a text, and cells that hold nothing. */
  textCount: number;
  absentCount: number;
  firstText: { readonly file: string; readonly line: number; readonly text: string } | null;
}

export interface ColumnStore {
  readonly columns: readonly StoredColumn[];
  readonly rows: () => number;
  /** Each file with its first row. */
  readonly files: () => readonly { readonly file: string; readonly first: number }[];
  /** Where a row stands: its file, and its line from 1. */
  readonly placeOf: (row: number) => { readonly file: string; readonly line: number };
  /** `row`: as many cells as there are columns. */
  readonly add: (row: readonly string[], file: string, line: number, hasDecimalComma: boolean) => void;
}

const firstCapacity = 1024;

export function createColumnStore(columnCount: number): ColumnStore {
  let capacity = 0;
  let rows = 0;
  /** `[capacity]`: the line of each row. */
  let lines = new Uint32Array();
  /** Each file with its first row. */
  const files: { file: string; first: number }[] = [];
  const columns: StoredColumn[] = Array.from({ length: columnCount }, () => ({
    numbers: new Float32Array(),
    texts: null,
    names: new Map<string, number>(),
    hasMany: false,
    textCount: 0,
    absentCount: 0,
    firstText: null,
  }));

  function grow(): void {
    checkMemory(4 * columnCount * (rows + 1));
    capacity = capacity === 0 ? (columnCount > 4096 ? 16 : firstCapacity) : capacity * 2;
    const before = lines;
    lines = allocate(4 * capacity, () => new Uint32Array(capacity));
    lines.set(before);
    for (const column of columns) {
      const { numbers, texts } = column;
      column.numbers = allocate(4 * capacity, () => new Float32Array(capacity));
      column.numbers.set(numbers);
      if (texts) column.texts = growTexts(texts, capacity);
    }
  }

  return {
    columns,
    rows: () => rows,
    files: () => files,
    placeOf: (row) => ({
      file: files.findLast(({ first }) => first <= row)?.file ?? '',
      line: lines[row] ?? 0,
    }),
    add: (row, file, line, hasDecimalComma) => {
      if (rows === capacity) grow();
      if (files.at(-1)?.file !== file) files.push({ file, first: rows });
      lines[rows] = line;
      for (let index = 0; index < columnCount; index++) {
        const cell = row[index]!;
        const value = numberIn(cell, hasDecimalComma);
        const column = columns[index]!;
        column.numbers[rows] = value;
        if (Number.isNaN(value)) addText(column, rows, cell, file, line);
      }
      rows += 1;
    },
  };
}

function growTexts(texts: Int16Array, capacity: number): Int16Array {
  const grown = allocate(2 * capacity, () => new Int16Array(capacity).fill(isNumber));
  grown.set(texts);
  return grown;
}

function addText(column: StoredColumn, row: number, cell: string, file: string, line: number): void {
  column.texts ??= growTexts(new Int16Array(), column.numbers.length);
  if (isMissing(cell)) {
    column.texts[row] = isAbsent;
    column.absentCount += 1;
    return;
  }
  const text = cell.trim();
  column.textCount += 1;
  column.firstText ??= { file, line, text };
  let place = column.names.get(text);
  if (place === undefined && column.names.size < maxClasses) {
    place = column.names.size;
    column.names.set(text, place);
  }
  column.hasMany ||= place === undefined;
  column.texts[row] = place ?? isOther;
}

/** Throws for a column that holds numbers, but for a text here or there. */
export function failNotANumber(column: StoredColumn, index: number): never {
  const { file, line, text } = column.firstText ?? { file: '', line: 0, text: '' };
  fail({ code: 'import.not-a-number', file, line, column: index + 1, text: text.slice(0, 100) });
}
