// Numbers from a text as a signal: a point a row, or a point a column, resampled to the length of the data.
import type { DrawingFailure, NumberSeries } from '../../core/samples/drawing';
import { CodedError } from '../../core/failure';
import { numberIn, usesDecimalComma } from '../import/table/cell';
import { sampleSize, type SampleShape } from '../../core/samples/samples';
import { rangeAt, type ValueUnits } from '../../core/samples/value-units';

/**
 * Reads a series of so many channels. Numbers are separated by semicolons, tabs, commas or spaces, and are written as in a table
 * that is imported: with a decimal comma where it separates nothing. A first row of names is passed over.
 * @param file its name, for what is said of it; null for what was pasted
 * @throws CodedError<DrawingFailure>
 */
export function parseSeries(text: string, channels: number, file: string | null): NumberSeries {
  const { rows: filled, hasDecimalComma } = readRows(text, channels);
  const isNumber = (cell: string) => !Number.isNaN(numberIn(cell, hasDecimalComma));
  const hasNames = filled.length > 1 && filled[0]?.cells.every((cell) => !isNumber(cell));
  const rows = hasNames ? filled.slice(1) : filled;
  const [first] = rows;
  if (!first) return refuse({ code: 'drawing.no-numbers', file });
  const columns = first.cells.length;
  for (const { cells, line } of rows) {
    const wrong = cells.find((cell) => !isNumber(cell));
    if (wrong !== undefined) refuse({ code: 'drawing.not-a-number', file, line, text: wrong });
    if (cells.length !== columns) {
      refuse({ code: 'drawing.unequal-rows', file, line, columns: cells.length, expected: columns });
    }
  }
  const numbers = rows.map(({ cells }) => cells.map((cell) => numberIn(cell, hasDecimalComma)));
  if (columns === channels && rows.length > 1) return { channels, values: Float32Array.from(numbers.flat()) };
  if (rows.length === channels && columns > 1) {
    const values = Float32Array.from({ length: columns * channels }, (_, i) => {
      return numbers[i % channels]?.[Math.floor(i / channels)] ?? 0;
    });
    return { channels, values };
  }
  return refuse({ code: 'drawing.other-channels', file, rows: rows.length, columns, channels });
}

/**
 * As floats of shape `[length, channels]`: on straight lines between the points, scaled by the range of each place, outside of which
 * they may lie; null for other channels.
 */
export function seriesSample(
  { values, channels }: NumberSeries,
  shape: SampleShape,
  units: ValueUnits,
): Float32Array | null {
  const [length = 1, wanted = 1] = shape;
  if (channels !== wanted) return null;
  const last = values.length / channels - 1;
  return Float32Array.from({ length: sampleSize(shape) }, (_, i) => {
    const [min, max] = rangeAt(units, i);
    const along = length === 1 ? 0 : (Math.floor(i / channels) * last) / (length - 1);
    const before = Math.min(last - 1, Math.floor(along));
    const at = (point: number) => values[point * channels + (i % channels)] ?? 0;
    const value = at(before) + (along - before) * (at(before + 1) - at(before));
    return (value - min) / (max - min || 1);
  });
}

interface Row {
  readonly cells: readonly string[];
  /** From 1. */
  readonly line: number;
}

/** The lines that are not blank. */
function readRows(text: string, channels: number): { rows: readonly Row[]; hasDecimalComma: boolean } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const filled = lines
    .map((content, i) => ({ content: content.trim().replace(/[,;]$/, ''), line: i + 1 }))
    .filter(({ content }) => content !== '');
  const contents = filled.map(({ content }) => content);
  const { rows, hasDecimalComma } = splitLines(contents, channels);
  return { rows: filled.map(({ line }, i) => ({ cells: rows[i] ?? [], line })), hasDecimalComma };
}

interface SplitLines {
  readonly rows: readonly (readonly string[])[];
  readonly hasDecimalComma: boolean;
}

/** A comma separates unless it is decimal: beside another separator, or in each number of a single channel. */
function splitLines(lines: readonly string[], channels: number): SplitLines {
  const by = (separator: string | RegExp) =>
    lines.map((line) => line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')));
  const mark = [';', '\t', '|'].find((each) => lines.some((line) => line.includes(each)));
  const rows = by(mark ?? /\s+/);
  if (mark !== undefined) return { rows, hasDecimalComma: usesDecimalComma(rows) };
  if (!lines.some((line) => line.includes(','))) return { rows, hasDecimalComma: false };
  const isSpaced = rows.some(({ length }) => length > 1);
  const areSingle = channels === 1 && rows.length > 1 && rows.every(({ length }) => length === 1);
  const areNumbers = rows.every(
    (cells, row) => row === 0 || cells.every((cell) => !Number.isNaN(numberIn(cell, true))),
  );
  if ((isSpaced || areSingle) && areNumbers && usesDecimalComma(rows)) return { rows, hasDecimalComma: true };
  return { rows: by(','), hasDecimalComma: false };
}

function refuse(failure: DrawingFailure): never {
  throw new CodedError(failure);
}
