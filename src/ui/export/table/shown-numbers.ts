// Whatever a card offers, as a table to be read on the page. Arrays become tables whose lines are no longer than a line of the picture.
import { exactNumber, type NamedArray } from '../../../core/formats/array-text';
import type { Table } from '../../../core/table';
import type { Offer } from '../offers';

export interface ShownNumbers {
  readonly columns: Table['columns'];
  readonly count: number;
  /** Rows from one to before the other. */
  readonly rows: (from: number, to: number) => Table['rows'];
}

/** Words for the columns that tell where a number of an array stands. */
export interface PlaceNames {
  readonly sample: string;
  readonly row: string;
}

/** Rejects when the numbers cannot be had, or are none. */
export async function readNumbers({ table, array }: Offer, names: PlaceNames): Promise<ShownNumbers> {
  if (table) {
    const { columns, rows } = await table();
    return { columns, count: rows.length, rows: (from, to) => rows.slice(from, to) };
  }
  if (!array) throw new Error('The offer has no numbers.');
  return arrayRows(await array(), names);
}

/**
 * `[n]` and `[n, width]` have a row for each entry; `[n, height, width, …]` one for each line of each sample, numbered from 1 as in
 * files. A last side of 1 counts for nothing.
 */
export function arrayRows({ shape, values, about, valueName }: NamedArray, names: PlaceNames): ShownNumbers {
  const sides = shape.length > 1 && shape.at(-1) === 1 ? shape.slice(0, -1) : shape;
  const [samples = 0, ...inner] = sides;
  const lines = inner.length > 1 ? (inner[0] ?? 1) : 1;
  const width = (lines > 1 ? inner.slice(1) : inner).reduce((product, side) => product * side, 1);
  const places = lines > 1 ? [names.sample, names.row] : [names.sample];
  const heads =
    width === 1 ? [valueName] : Array.from({ length: width }, (_, place) => `${valueName} ${place + 1}`);
  const rowAt = (row: number) => {
    const sample = Math.floor(row / lines);
    const place = lines > 1 ? [sample + 1, (row % lines) + 1] : [sample + 1];
    const numbers = Array.from({ length: width }, (_, column) => exactNumber(values, row * width + column));
    return [...place, ...(about?.rows[sample] ?? []), ...numbers];
  };
  return {
    columns: [...places, ...(about?.columns ?? []), ...heads],
    count: samples * lines,
    rows: (from, to) => Array.from({ length: Math.max(0, to - from) }, (_, row) => rowAt(from + row)),
  };
}

const mostRows = 100;
const mostCells = 4000;
const leastRows = 10;

/** How many rows are shown at once: a wide table has fewer. */
export function rowsAtOnce(columns: number): number {
  return Math.min(mostRows, Math.max(leastRows, Math.floor(mostCells / Math.max(1, columns))));
}
