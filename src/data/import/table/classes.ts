// The cells of a column as classes.
import { maxClasses } from '../limits';
import { naturalOrder } from '../natural-order';
import type { ParsedColumn } from '../parsed';
import { isAbsent, type StoredColumn } from './column-store';

type Classes = NonNullable<ParsedColumn['classes']>;

/** What a missing cell is called, where a row without it is kept. */
const absentName = '?';

/** Classes of whole numbers, in their order; null where some are not whole, or more than a thousand differ. */
export function classesOfNumbers(numbers: Float32Array): Classes | null {
  const distinct = new Set<number>();
  for (const value of numbers) {
    if (!Number.isInteger(value)) return null;
    distinct.add(value);
    if (distinct.size > maxClasses) return null;
  }
  const ordered = [...distinct].sort((one, other) => one - other);
  const places = new Map(ordered.map((value, index) => [value, index]));
  return {
    names: ordered.map(String),
    indices: Uint16Array.from(numbers, (value) => places.get(value) ?? 0),
  };
}

/** Classes of a column's texts, in the rows that are kept. Numbers among them count as texts. */
export function classesOfTexts(column: StoredColumn, kept: Uint32Array): Classes | null {
  if (column.hasMany) return null;
  const byPlace = [...column.names.keys()];
  const nameAt = (row: number) => {
    const place = column.texts?.[row] ?? isAbsent;
    return place === isAbsent ? absentName : (byPlace[place] ?? String(column.numbers[row]));
  };
  const distinct = new Set<string>();
  for (const row of kept) {
    distinct.add(nameAt(row));
    if (distinct.size > maxClasses) return null;
  }
  const names = [...distinct].sort(naturalOrder);
  const places = new Map(names.map((name, index) => [name, index]));
  return { names, indices: Uint16Array.from(kept, (row) => places.get(nameAt(row)) ?? 0) };
}
