// Numbers as files, which speak English whatever the page speaks.
import {
  arrayCsv,
  arrayJson,
  tableJson,
  type Facts,
  type NamedArray,
} from '../../../core/formats/array-text';
import { npyBytes } from '../../../core/formats/npy';
import { englishOf } from '../../../core/language/english';
import { tableCsv, type Table } from '../../../core/table';
import type { Offer } from '../offers';

export type DataFormat = 'csv' | 'json' | 'npy';

const types: Readonly<Record<DataFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  npy: 'application/octet-stream',
};

/** An offer with both has its array as NPY, and its table as text. */
export function formatsOf({ array }: Offer): readonly DataFormat[] {
  return array ? ['npy', 'csv', 'json'] : ['csv', 'json'];
}

/** @param facts stand in JSON beside the numbers. Rejects when the numbers cannot be had, or are none. */
export async function dataFile(offer: Offer, format: DataFormat, facts: Facts): Promise<Blob> {
  return new Blob(await contents(offer, format, facts), { type: types[format] });
}

async function contents({ table, array }: Offer, format: DataFormat, facts: Facts): Promise<BlobPart[]> {
  if (array && (format === 'npy' || !table)) {
    const numbers = englishArray(await array());
    if (format === 'npy') return [npyBytes(numbers)];
    return format === 'csv' ? arrayCsv(numbers) : arrayJson(numbers, facts);
  }
  if (!table) throw new Error('The offer has no numbers.');
  const numbers = englishTable(await table());
  return [format === 'csv' ? tableCsv(numbers) : tableJson(numbers, facts)];
}

/** Columns and words of a table as they stand in a file. */
export function englishTable<T extends Pick<Table, 'columns' | 'rows'>>(table: T): T {
  const cell = (value: Table['rows'][number][number]) =>
    typeof value === 'string' ? englishOf(value) : value;
  return { ...table, columns: table.columns.map(englishOf), rows: table.rows.map((row) => row.map(cell)) };
}

function englishArray(array: NamedArray): NamedArray {
  const { valueName, about } = array;
  return { ...array, valueName: englishOf(valueName), ...(about && { about: englishTable(about) }) };
}
