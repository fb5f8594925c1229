// Which column of a table is likely to hold the class: the one that is called so; else the only text; else whole numbers of few
// values at the first or last place, where the other columns are clearly measurements.
import { maxClasses } from '../limits';
import type { StoredColumn } from './column-store';
import { labelNames, plainName } from './pairs/label-names';

/** `mixed`: mostly numbers, with texts here and there. `empty`: values in less than half of the rows. `boolean`: true and false. */
export type ColumnKind = 'number' | 'boolean' | 'text' | 'mixed' | 'empty' | 'row-numbers';

export interface TableColumns {
  readonly names: readonly string[];
  readonly columns: readonly StoredColumn[];
  readonly kinds: readonly ColumnKind[];
  readonly rows: number;
}

const mostClassesByPlace = 100;
/** One class may have this share of the rows. The corner of a picture is black nearly always. */
const mostOfOneClass = 0.85;
/** Fewer columns could be a table of which the last is but another measurement. */
const leastOthers = 3;

export function findLikelyLabel(table: TableColumns): number | null {
  return byName(table) ?? onlyText(table) ?? byPlace(table);
}

function byName(table: TableColumns): number | null {
  const plain = table.names.map(plainName);
  for (const name of labelNames) {
    const index = plain.indexOf(name);
    // In a table of points, `y` stands beside `x`.
    if (index < 0 || (name === 'y' && plain.includes('x') && table.names.length < 5)) continue;
    if (canBeClass(table, index)) return index;
  }
  return null;
}

function canBeClass({ columns, kinds, rows }: TableColumns, index: number): boolean {
  const column = columns[index];
  const kind = kinds[index];
  if (!column || kind === 'empty' || kind === 'row-numbers') return false;
  return kind === 'number' ? countWhole(column, rows, maxClasses) !== null : !column.hasMany;
}

/** Most texts are seen more than once, or they are names of the rows. */
function onlyText({ columns, kinds }: TableColumns): number | null {
  const places = (asked: ColumnKind) => kinds.flatMap((kind, index) => (kind === asked ? [index] : []));
  // True and false may be a feature too; as a class they stand alone at one end.
  const truths = places('boolean');
  const isAtEnd = truths[0] === 0 || truths[0] === kinds.length - 1;
  const texts = places('text').length > 0 || !isAtEnd ? places('text') : truths;
  const [index] = texts;
  const column = columns[index ?? -1];
  if (index === undefined || !column || texts.length > 1) return null;
  const isRepeated = column.names.size <= Math.max(2, column.textCount / 2);
  return !column.hasMany && isRepeated ? index : null;
}

function byPlace({ columns, kinds, rows }: TableColumns): number | null {
  const numeric = kinds.flatMap((kind, index) => (kind === 'number' ? [index] : []));
  if (numeric.length <= leastOthers) return null;
  const ends = [numeric.at(-1) ?? 0, numeric[0] ?? 0].map((index) => {
    const column = columns[index];
    const counts = column && countWhole(column, rows, mostClassesByPlace);
    return { index, counts, most: counts ? Math.max(...counts.values()) / rows : 1 };
  });
  const likely = ends.filter(({ index, counts, most }) => {
    if (!counts || counts.size < 2 || most > mostOfOneClass || rows < 2 * counts.size) return false;
    const others = numeric.filter((other) => other !== index);
    const varied = others.filter((other) => isMoreVaried(columns[other], rows, counts.size));
    return isCounted([...counts.keys()]) && varied.length > others.length / 2;
  });
  const best = likely.sort((one, other) => one.most - other.most)[0];
  return best?.index ?? null;
}

/** Classes are numbered without gaps, or are -1 and 1. */
function isCounted(values: readonly number[]): boolean {
  const least = Math.min(...values);
  const most = Math.max(...values);
  return most - least + 1 === values.length || (values.length === 2 && least === -1 && most === 1);
}

/** More than so many different values, among the first rows. */
function isMoreVaried(column: StoredColumn | undefined, rows: number, values: number): boolean {
  const seen = new Set<number>();
  for (let row = 0; row < Math.min(rows, 10_000); row++) {
    seen.add(column?.numbers[row] ?? NaN);
    if (seen.size > values) return true;
  }
  return false;
}

/** How often each value of a column of whole numbers comes; null where some are not whole, or more than `most` differ. */
function countWhole({ numbers }: StoredColumn, rows: number, most: number): Map<number, number> | null {
  const counts = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const value = numbers[row]!;
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value)) return null;
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > most) return null;
  }
  return counts;
}
