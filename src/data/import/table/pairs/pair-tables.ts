// Tables that come in twos: the samples in one file, their labels in another, row by row (`x_train.csv` and `y_train.csv`). The names
// say which is which; a table of labels has one column, or two of which the first numbers the rows.
import type { SourceFile } from '../../../../core/import/import-api';
import { nameOf } from '../../arrays/array-file';
import { readPath, type NameHint } from '../../arrays/name-hint';
import type { Job } from '../../job';
import type { TableLayout } from '../table-layout';

export interface OpenedTable extends SourceFile {
  readonly layout: TableLayout;
}

const mostLabelColumns = 2;

export interface PairedTables<T> {
  readonly samples: readonly T[];
  /** The labels of a table of samples. Empty where no table holds labels alone. */
  readonly labels: ReadonlyMap<T, T>;
}

export function hintOf({ path }: SourceFile): NameHint {
  return readPath(path, nameOf(path.replace(/\.\w+$/, '')));
}

/** Where some samples have labels, the others are left out. */
export function pairTables<T extends OpenedTable>(opened: readonly T[], job: Job): PairedTables<T> {
  const columns = ({ layout }: T) => layout.names.length;
  const widest = Math.max(...opened.map(columns));
  const areLabels = (table: T) =>
    hintOf(table).role === 'labels' && columns(table) <= mostLabelColumns && columns(table) < widest;
  const samples = opened.filter((table) => !areLabels(table));
  const free = opened.filter(areLabels);
  const labels = new Map<T, T>();
  for (const table of samples) {
    const { part } = hintOf(table);
    const isOnlyPair = samples.length === 1 && free.length === 1;
    const at = free.findIndex((label) => isOnlyPair || hintOf(label).part === part);
    const own = at < 0 ? undefined : free.splice(at, 1)[0];
    if (own !== undefined) labels.set(table, own);
  }
  for (const { path } of free) job.leaveOut('unused-file', path);
  if (labels.size === 0) return { samples, labels };
  for (const table of samples) if (!labels.has(table)) job.leaveOut('unused-file', table.path);
  return { samples: samples.filter((table) => labels.has(table)), labels };
}
