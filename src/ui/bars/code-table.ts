// A code as a table.
import { exactNumber } from '../../core/formats/array-text';
import type { Table } from '../../core/table';
import type { Code } from './words';

/** A row for each unit, counted from 1: its value, and its standard deviation where the code is Gaussian. */
export function codeTable({ values, deviations }: Code): Table {
  const number = (of: ArrayLike<number>, unit: number) =>
    of instanceof Float32Array ? exactNumber(of, unit) : (of[unit] ?? null);
  return {
    columns: ['unit', 'value', ...(deviations ? ['standard_deviation'] : [])],
    rows: Array.from({ length: values.length }, (_, unit) => [
      unit + 1,
      number(values, unit),
      ...(deviations ? [number(deviations, unit)] : []),
    ]),
  };
}
