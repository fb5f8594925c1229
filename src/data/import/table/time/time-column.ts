// Columns that tell the time of each row, found in the beginning of a table: times never fall. From the first and the last of them
// follows the rate.
import { numberIn } from '../cell';

export interface TimeColumn {
  /** Counted from 0. */
  readonly column: number;
  /** Rows in a second. */
  readonly rate: number;
  /** Whether its name or its cells say that it is a time; otherwise its numbers only rise evenly, as a time's would. */
  readonly isNamed: boolean;
}

const leastRows = 20;
/** How far steps may differ, as a share of the mean step, in a column whose name does not say that it is a time. */
const mostUneven = 0.05;

/** @param rows those below the header, from the beginning of the table */
export function findTimeColumns(
  rows: readonly (readonly string[])[],
  names: readonly string[],
  hasDecimalComma: boolean,
): TimeColumn[] {
  if (rows.length < leastRows) return [];
  return names.flatMap((name, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    const found = timeIn(cells, name, hasDecimalComma);
    return found === null ? [] : [{ column, ...found }];
  });
}

function timeIn(cells: readonly string[], name: string, hasDecimalComma: boolean) {
  const numbers = cells.map((cell) => numberIn(cell, hasDecimalComma));
  const areNumbers = numbers.every((value) => !Number.isNaN(value));
  const seconds = areNumbers ? secondsOf(numbers, name) : cells.map(secondsInText);
  const steps = seconds.slice(1).map((time, at) => time - seconds[at]!);
  const [first = NaN, last = NaN] = [seconds[0], seconds.at(-1)];
  const step = (last - first) / steps.length;
  if (!(step > 0) || !steps.every((each) => each >= 0)) return null;
  const isEven = steps.every((each) => Math.abs(each - step) <= mostUneven * step);
  const isNamed = !areNumbers || isTimeName(name) || (isEven && isUnnamed(name) && !areWhole(numbers));
  return isNamed || isEven ? { rate: wholeRate(1 / step), isNamed } : null;
}

/** Times are rounded: 359.9 rows in a second are 360. */
function wholeRate(rate: number): number {
  const whole = Math.round(rate);
  return whole >= 10 && Math.abs(rate - whole) < 1e-3 * rate ? whole : rate;
}

function isTimeName(name: string): boolean {
  return /^(t|secs?|ms)$|time|date|second|elapsed/i.test(name.replaceAll(/[\s_[\]().'"]/g, ''));
}

function isUnnamed(name: string): boolean {
  return /^Column \d+$/.test(name);
}

const areWhole = (numbers: readonly number[]) => numbers.every((value) => Number.isInteger(value));

/** `time_ms`, `Time (µs)`, `t [h]` */
const units: readonly (readonly [RegExp, number])[] = [
  [/(^|[^a-z])(ms|msecs?)([^a-z]|$)|milli/i, 1e-3],
  [/(^|[^a-z])(us|µs|usecs?)([^a-z]|$)|micro/i, 1e-6],
  [/(^|[^a-z])ns([^a-z]|$)|nano/i, 1e-9],
  [/(^|[^a-z])(min|mins)([^a-z]|$)|minute/i, 60],
  [/(^|[^a-z])(h|hrs?)([^a-z]|$)|hour/i, 3600],
];

/** By the unit in the name; a count of milliseconds or less since 1970 is known by its size. */
function secondsOf(numbers: readonly number[], name: string): number[] {
  const first = Math.abs(numbers[0] ?? 0);
  const bySize = first > 1e17 ? 1e-9 : first > 1e14 ? 1e-6 : first > 1e11 ? 1e-3 : 1;
  const unit = units.find(([pattern]) => pattern.test(name))?.[1] ?? bySize;
  return numbers.map((value) => value * unit);
}

/** `12:30:05.250`, or a date with or without a time; NaN for other texts. */
function secondsInText(cell: string): number {
  const text = cell.trim();
  const clock = /^(\d{1,3}):(\d\d)(?::(\d\d(?:[.,]\d+)?))?$/.exec(text);
  if (clock) {
    const [, hours, minutes, seconds = '0'] = clock;
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'));
  }
  return /\d[-/.]\d/.test(text) ? Date.parse(text) / 1000 : NaN;
}
