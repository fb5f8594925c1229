// From stored cells to a table: which columns hold numbers, which one the class, and which rows have all they need.
import type { LeftOut } from '../../../core/import/import-failure';
import { fail } from '../fail';
import { allocate, type Job } from '../job';
import type { ParsedColumn, ParsedTable } from '../parsed';
import { classesOfNumbers, classesOfTexts } from './classes';
import { failNotANumber, isAbsent, type ColumnStore, type StoredColumn } from './column-store';
import { findLikelyLabel, type ColumnKind } from './likely-label';
import type { TableLayout } from './table-layout';

interface StoredTable {
  readonly file: string;
  readonly layout: TableLayout;
  readonly store: ColumnStore;
  /** Labels from files of their own: the last column. */
  readonly labelled: { readonly column: StoredColumn; readonly name: string } | null;
  /** First row of the test set, before rows are left out. */
  readonly testFrom: number | null;
  readonly job: Job;
}

const whyLeftOut = {
  empty: 'empty-column',
  'row-numbers': 'row-numbers',
  text: 'text-column',
} as const satisfies Partial<Record<ColumnKind, LeftOut['why']>>;

export function finishTable({ file, layout, store, labelled, testFrom, job }: StoredTable): ParsedTable {
  const columns = labelled ? [...store.columns, labelled.column] : store.columns;
  const names = labelled ? [...layout.names, labelled.name] : layout.names;
  const rows = store.rows();
  const { hasHeader } = layout;
  if (rows === 0) fail({ code: 'import.too-few', samples: 0, least: 1 });
  // Labels from a file of their own are never numbers of rows.
  const nameOf = (index: number) => (hasHeader && index < layout.names.length ? (names[index] ?? '') : null);
  const kinds = columns.map((column, index) => kindOf(column, rows, nameOf(index)));
  const likelyLabel = labelled ? columns.length - 1 : findLikelyLabel({ names, columns, kinds, rows });
  for (const [index, column] of columns.entries()) {
    if (kinds[index] === 'mixed' && index !== likelyLabel) failNotANumber(column, index);
  }
  if (!kinds.some((kind, index) => isNumeric(kind) && index !== likelyLabel)) {
    fail({ code: 'import.no-numbers', file });
  }
  const kept = findWholeRows(
    columns.filter((_, index) => isNumeric(kinds[index]) || index === likelyLabel),
    rows,
  );
  leaveOutRows(store, kept, job);
  if (kept.length === 0) fail({ code: 'import.too-few', samples: 0, least: 1 });
  for (const [index, kind] of kinds.entries()) {
    const isLeftOut =
      kind === 'empty' || kind === 'row-numbers' || (kind === 'text' && index !== likelyLabel);
    if (isLeftOut) job.leaveOut(whyLeftOut[kind], names[index] ?? '');
  }
  return {
    kind: 'table',
    file,
    hasHeader,
    rows: kept.length,
    testFrom: testFrom === null ? null : countBefore(kept, testFrom),
    columns: columns.map((column, index) =>
      finishColumn(column, names[index] ?? '', kinds[index] ?? 'empty', kept),
    ),
    likelyLabel,
    files: store.files().map(({ file: path, first }) => ({ path, from: countBefore(kept, first) })),
    places: kept.length < rows ? kept : null,
    times: layout.times,
    ...job.told(),
  };
}

/** How many of the rows that are kept stand before a row. */
function countBefore(kept: Uint32Array, row: number): number {
  const at = kept.findIndex((place) => place >= row);
  return at < 0 ? kept.length : at;
}

/** Names the lines of the rows that are not kept, with their files where these are several. */
function leaveOutRows(store: ColumnStore, kept: Uint32Array, job: Job): void {
  const rows = store.rows();
  const isOneFile = rows === 0 || store.placeOf(0).file === store.placeOf(rows - 1).file;
  let next = 0;
  for (let row = 0; row < rows; row++) {
    if (kept[next] === row) {
      next += 1;
      continue;
    }
    const { file, line } = store.placeOf(row);
    job.leaveOut('missing-value', isOneFile ? String(line) : `${line} of ${file}`);
  }
}

/** `name`: from the header; null without one. */
function kindOf(column: StoredColumn, rows: number, name: string | null): ColumnKind {
  const { textCount, absentCount } = column;
  const filled = rows - absentCount;
  if (filled < rows / 2 || filled === 0) return 'empty';
  if (textCount === filled && holdsTruthValues(column)) return 'boolean';
  if (textCount > 0) return textCount >= filled / 2 ? 'text' : 'mixed';
  return name !== null && isRowName(name) && identifiesRows(column.numbers, rows) ? 'row-numbers' : 'number';
}

function isNumeric(kind: ColumnKind | undefined): boolean {
  return kind === 'number' || kind === 'boolean';
}

/** As Python, R and spreadsheets write them. */
function holdsTruthValues({ names, hasMany }: StoredColumn): boolean {
  return !hasMany && [...names.keys()].every((name) => /^(true|false)$/i.test(name));
}

/** `PassengerId`, `row_id`, or what stands for no name: pandas writes row numbers under an empty one. */
function isRowName(name: string): boolean {
  return (
    /^(index|no|nr|row|unnamed: ?\d+|column \d+|(row|image|sample)_?(number|index))$|(^|[_ -])id$/i.test(
      name,
    ) || /[a-z]I[dD]$/.test(name)
  );
}

/** Each number is one more than the last, and in a second file may begin anew; or whole numbers of which no two are equal. */
function identifiesRows(numbers: Float32Array, rows: number): boolean {
  const first = numbers[0]!;
  let countsUp = rows > 1 && numbers[1] !== first;
  const seen = new Set<number>([first]);
  for (let row = 1; row < rows; row++) {
    const value = numbers[row]!;
    countsUp &&= value === numbers[row - 1]! + 1 || value === first;
    if (!Number.isInteger(value)) return false;
    if (!countsUp && seen.size !== row) return false;
    seen.add(value);
  }
  return countsUp || (seen.size === rows && rows > 1);
}

/** Rows in which all these columns have a value. */
function findWholeRows(columns: readonly StoredColumn[], rows: number): Uint32Array {
  const withAbsent = columns.filter(({ absentCount }) => absentCount > 0);
  const kept = allocate(4 * rows, () => new Uint32Array(rows));
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (withAbsent.every(({ texts }) => texts?.[row] !== isAbsent)) kept[count++] = row;
  }
  return kept.slice(0, count);
}

function finishColumn(column: StoredColumn, name: string, kind: ColumnKind, kept: Uint32Array): ParsedColumn {
  if (kind === 'empty' || kind === 'row-numbers') {
    return { name, numbers: null, classes: null, leftOutAs: whyLeftOut[kind] };
  }
  if (kind === 'boolean') {
    const numbers = truthValues(column, kept);
    return { name, numbers, classes: classesOfTexts(column, kept) };
  }
  if (kind !== 'number') return { name, numbers: null, classes: classesOfTexts(column, kept) };
  const numbers = allocate(4 * kept.length, () => new Float32Array(kept.length));
  for (let index = 0; index < kept.length; index++) numbers[index] = column.numbers[kept[index]!]!;
  let classes: ParsedColumn['classes'] | undefined;
  return {
    name,
    numbers,
    // Found when they are asked for: few columns of numbers are ever taken for a label.
    get classes() {
      return (classes ??= classesOfNumbers(numbers));
    },
  };
}

/** 1 for true, 0 for false, in the rows that are kept. */
function truthValues({ names, texts }: StoredColumn, kept: Uint32Array): Float32Array {
  const values = [...names.keys()].map((name) => Number(name.toLowerCase() === 'true'));
  return Float32Array.from(kept, (row) => values[texts?.[row] ?? isAbsent] ?? 0);
}
