// The labels of tables whose samples are in other files, as one more column.
import { nameOf } from '../../arrays/array-file';
import { fail } from '../../fail';
import type { Job } from '../../job';
import { maxClasses } from '../../limits';
import { createColumnStore, type StoredColumn } from '../column-store';
import { readRows, type Encoding } from '../table-text';
import { isLabelName } from './label-names';
import type { OpenedTable } from './pair-tables';

export interface LabelColumn {
  /** Reads the labels of the next `samples` rows. Throws where there are more or fewer. */
  readonly read: (table: OpenedTable & { encoding: Encoding }, samples: number, job: Job) => Promise<void>;
  /** Null where nothing was read, or the values are no classes: measurements, or more than a thousand texts. */
  readonly column: () => StoredColumn | null;
  /** From the header of the first table, or its file's name. */
  readonly name: () => string;
}

export function createLabelColumn(): LabelColumn {
  const store = createColumnStore(1);
  let name: string | null = null;
  return {
    async read(table, samples, job) {
      const { path: file, layout } = table;
      const { cells, lines } = await readLastCells(table, job);
      // A column of texts alone does not show whether it has a header; how many there are does.
      const hasHeader =
        (isLabelName(cells[0] ?? '') && !cells.includes(cells[0] ?? '', 1)) ||
        cells.length === samples + 1 ||
        (layout.hasHeader && cells.length !== samples);
      const labels = cells.length - (hasHeader ? 1 : 0);
      if (labels !== samples) fail({ code: 'import.label-count', file, labels, samples });
      name ??= (hasHeader ? cells[0]?.trim() : '') || nameOf(file).replace(/\.\w+$/, '');
      for (let row = hasHeader ? 1 : 0; row < cells.length; row++) {
        store.add([cells[row] ?? ''], file, lines[row] ?? 0, layout.hasDecimalComma);
      }
    },
    column: () => {
      const [column] = store.columns;
      return name !== null && column && areClasses(column, store.rows()) ? column : null;
    },
    name: () => name ?? '',
  };
}

async function readLastCells(
  { path, blob, encoding, layout }: OpenedTable & { encoding: Encoding },
  job: Job,
) {
  const cells: string[] = [];
  const lines: number[] = [];
  for await (const { rows, lineOf } of readRows(path, blob, encoding, layout, job, () => undefined)) {
    for (const [index, row] of rows.entries()) {
      const line = lineOf(index);
      const isBlank = row.length === 1 && (row[0] ?? '').trim() === '';
      if (isBlank || (line === 1 && layout.hasSeparatorLine)) continue;
      cells.push(row.at(-1) ?? '');
      lines.push(line);
    }
  }
  return { cells, lines };
}

function areClasses({ numbers, textCount, absentCount, hasMany }: StoredColumn, rows: number): boolean {
  if (hasMany || absentCount > rows / 2) return false;
  const distinct = new Set<number>();
  for (let row = 0; row < rows; row++) {
    const value = numbers[row]!;
    if (Number.isNaN(value)) continue;
    if (textCount === 0 && !Number.isInteger(value)) return false;
    distinct.add(value);
    if (distinct.size > maxClasses) return false;
  }
  return true;
}
