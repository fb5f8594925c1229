// Arrays of numbers as text, a row for each entry of the first side: CSV for spreadsheets, JSON for scripts. In pieces, because
// the codes of a test set are millions of numbers.
import { tableCsv, type Table } from '../table';
import type { NumberArray } from './npy';

export interface NamedArray extends NumberArray {
  /** Columns before the values, one row for each entry of the first side: which sample it is, its class. */
  readonly about?: Table | undefined;
  /** What a value of a row is called, before its number: `code` for `code_1`, `code_2`. */
  readonly valueName: string;
}

const rowsAtOnce = 500;

/** The shortest decimal that reads back as the same number; one of 32 bits needs nine digits at most. */
export function exactNumber(values: NumberArray['values'], index: number): number {
  const value = values[index] ?? NaN;
  if (!(values instanceof Float32Array)) return value;
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9));
}

/** RFC 4180 with a head; the values of a row lie flat, numbered from 1. */
export function arrayCsv({ shape, values, about, valueName }: NamedArray): string[] {
  const [rows = 0, ...sides] = shape;
  const width = sides.reduce((product, side) => product * side, 1);
  const names = Array.from({ length: width }, (_, place) => `${valueName}_${place + 1}`);
  const columns = [...(about?.columns ?? []), ...names];
  const pieces = [tableCsv({ columns, rows: [] })];
  for (let from = 0; from < rows; from += rowsAtOnce) {
    const piece: Table['rows'][number][] = [];
    for (let row = from; row < Math.min(rows, from + rowsAtOnce); row++) {
      const numbers = Array.from({ length: width }, (_, place) => exactNumber(values, row * width + place));
      piece.push([...(about?.rows[row] ?? []), ...numbers]);
    }
    pieces.push(tableCsv({ columns, rows: piece }, 'rows'));
  }
  return pieces;
}

/** Facts about what is saved, such as the experiment and the step. */
export type Facts = Readonly<Record<string, string | number>>;

/** `{ ...facts, shape, values }`, values nested by row, with the columns of `about` beside them. */
export function arrayJson({ shape, values, about, valueName }: NamedArray, facts: Facts): string[] {
  const [rows = 0, ...sides] = shape;
  const width = sides.reduce((product, side) => product * side, 1);
  const beside = Object.fromEntries(
    (about?.columns ?? []).map((name, place) => [name, about?.rows.map((row) => row[place] ?? null)]),
  );
  const head = JSON.stringify({ ...facts, shape, ...beside }).slice(0, -1);
  const pieces = [`${head},"${valueName}":[`];
  for (let row = 0; row < rows; row++) {
    const numbers = Array.from({ length: width }, (_, place) => exactNumber(values, row * width + place));
    // JSON has neither NaN nor infinities: they become null.
    pieces.push(`${row === 0 ? '' : ','}\n${JSON.stringify(numbers)}`);
  }
  pieces.push(']}\n');
  return pieces;
}

/** `{ ...facts, columns, rows }`, a row an object by column. Names that come twice are numbered. */
export function tableJson({ columns, rows }: Table, facts: Facts): string {
  const names = columns.map((name, place) => {
    const earlier = columns.slice(0, place).filter((other) => other === name).length;
    return earlier === 0 ? name : `${name} ${earlier + 1}`;
  });
  const records = rows.map((row) =>
    Object.fromEntries(names.map((name, place) => [name, row[place] ?? null])),
  );
  return `${JSON.stringify({ ...facts, columns: names, rows: records }, null, 2)}\n`;
}
