// Tables: one file, or several with the same columns, of which some may be for testing; their labels may be in files of their own.
import type { SourceFile } from '../../../core/import/import-api';
import { fail } from '../fail';
import type { Job } from '../job';
import { maxColumns } from '../limits';
import { naturalOrder } from '../natural-order';
import type { ParsedTable } from '../parsed';
import { createColumnStore, type ColumnStore } from './column-store';
import { finishTable } from './finish-table';
import { createLabelColumn } from './pairs/label-column';
import { hintOf, pairTables, type OpenedTable as PairedTable } from './pairs/pair-tables';
import { findLayout } from './table-layout';
import { readRows, readSample, type Encoding } from './table-text';

interface OpenedTable extends PairedTable {
  readonly encoding: Encoding;
  readonly isTest: boolean;
}

/** `files`: at least one. `hasHeader`: null to find out. */
export async function parseTables(
  files: readonly SourceFile[],
  hasHeader: boolean | null,
  job: Job,
): Promise<ParsedTable> {
  const opened: OpenedTable[] = [];
  for (const { path, blob } of files) {
    const { text, encoding } = await readSample(path, blob);
    const hint = hintOf({ path, blob });
    // Whether there is a header is asked of the samples.
    const isHeader = files.length > 1 && hint.role === 'labels' ? null : hasHeader;
    const layout = findLayout(text, path, isHeader);
    const isTest = hint.part === 'test' || hint.part === 'validation';
    opened.push({ path, blob, layout, encoding, isTest });
  }
  opened.sort((one, other) => rankOf(one) - rankOf(other) || naturalOrder(one.path, other.path));
  const { samples, labels } = pairTables(opened, job);
  const used = withSameColumns(withNumbers(samples, job), job);
  const first = used[0] ?? fail({ code: 'import.nothing' });
  const columnCount = first.layout.names.length;
  if (columnCount > maxColumns) {
    fail({ code: 'import.sample-size', values: columnCount, least: 1, most: maxColumns });
  }
  const store = createColumnStore(columnCount);
  const labelColumn = createLabelColumn();
  const total = used.reduce((bytes, { blob }) => bytes + blob.size, 0);
  let done = 0;
  const onBytes = (bytes: number) => {
    done += bytes;
    job.onProgress({ stage: 'parsing', done, total, unit: 'bytes' });
  };
  let testFrom: number | null = null;
  for (const table of used) {
    if (table.isTest && !first.isTest) testFrom ??= store.rows();
    const before = store.rows();
    await readTable(table, store, job, onBytes);
    const own = labels.get(table);
    if (own) await labelColumn.read(own, store.rows() - before, job);
  }
  const label = labelColumn.column();
  if (label === null) for (const { path } of labels.values()) job.leaveOut('unused-file', path);
  const labelled = label && { column: label, name: labelColumn.name() };
  return finishTable({ file: first.path, layout: first.layout, store, labelled, testFrom, job });
}

async function readTable(table: OpenedTable, store: ColumnStore, job: Job, onBytes: (bytes: number) => void) {
  const { path: file, blob, encoding, layout } = table;
  const expected = store.columns.length;
  let isHeader = layout.hasHeader;
  for await (const { rows, lineOf } of readRows(file, blob, encoding, layout, job, onBytes)) {
    for (const [index, row] of rows.entries()) {
      // A blank line, wherever it is.
      if (row.length === 1 && (row[0] ?? '').trim() === '') continue;
      const line = lineOf(index);
      if (line === 1 && layout.hasSeparatorLine) continue;
      const isShortHeader = isHeader && row.length === expected - 1;
      if (row.length !== expected && !isShortHeader) {
        fail({ code: 'import.unequal-rows', file, line, columns: row.length, expected });
      }
      if (isHeader) isHeader = false;
      else store.add(row, file, line, layout.hasDecimalComma);
    }
  }
}

/** Without the texts that no table is among: descriptions, lists of names. */
function withNumbers(opened: readonly OpenedTable[], job: Job): readonly OpenedTable[] {
  const used = opened.filter(({ layout }) => layout.hasNumbers);
  if (used.length === 0) fail({ code: 'import.no-numbers', file: opened[0]?.path ?? '' });
  for (const { path, layout } of opened) if (!layout.hasNumbers) job.leaveOut('unused-file', path);
  return used;
}

/** The table that says which columns there are comes first. */
function rankOf({ path, isTest }: OpenedTable): number {
  return isSubmission(path) ? 2 : isTest ? 1 : 0;
}

function isSubmission(path: string): boolean {
  return /submission/i.test(path);
}

/** Kaggle's test sets lack the column of the classes, and come with an example of a submission: these are left out. */
function withSameColumns(opened: readonly OpenedTable[], job: Job): readonly OpenedTable[] {
  const [first, ...others] = opened;
  if (!first) return opened;
  const count = first.layout.names.length;
  const used = others.filter(({ path, layout, isTest }) => {
    if (layout.names.length === count) return true;
    const isUnlabelled = isTest && layout.names.length === count - 1;
    if (isUnlabelled || isSubmission(path)) {
      job.leaveOut('unused-file', path);
      return false;
    }
    const shapes = [[count], [layout.names.length]];
    return fail({ code: 'import.shapes-differ', files: [first.path, path], shapes });
  });
  return [first, ...used];
}
