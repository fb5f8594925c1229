// The rows of a table as points of time: each file is a recording, its columns are channels, and the label of a window follows from
// those of its points.
import type { ImportNote } from '../../../../../core/import/import-failure';
import type { SeriesOffers } from '../../../../../core/import/series-import';
import type { ParsedTable } from '../../../parsed';
import { filledLength, fillClasses, fillNumbers, type Stretch } from '../../../series/fill-gaps';
import { looksLikeSeries } from '../../../series/likely-series';
import type { Chosen } from '../chosen';
import type { Classes } from '../classes';
import { arrangeSeries, type SeriesRecording } from './from-series';
import type { Arranged } from '../raw-samples';
import { withTextColumns } from '../text-columns';

interface PointLabels {
  readonly labelColumn: number | null;
  readonly classes: Classes | null;
  readonly readings: SeriesOffers['readings'];
}

type Readings = readonly ['rows' | 'series', ...('rows' | 'series')[]];

/** Likeliest first. A row of a single number can only be a point. */
export function readingsOf(table: ParsedTable, labelColumn: number | null): Readings {
  const columns = numericColumns(table, labelColumn).length;
  if (columns === 1) return ['series'];
  const time = namedTime(table);
  const channels = usualChannels(table, labelColumn, time).flatMap(
    (column) => table.columns[column]?.numbers ?? [],
  );
  return looksLikeSeries(channels, time !== null) ? ['series', 'rows'] : ['rows', 'series'];
}

export function arrangePoints(
  table: ParsedTable,
  { labelColumn, classes, readings }: PointLabels,
  chosen: Chosen,
): Arranged {
  const timeColumns = table.times.map(({ column }) => column).filter((column) => column !== labelColumn);
  const timeColumn = timeColumnOf(table, timeColumns, chosen);
  const offered = numericColumns(table, labelColumn).filter((column) => column !== timeColumn);
  const usual = usualChannels(table, labelColumn, timeColumn);
  const wanted = chosen.channels?.filter((column) => offered.includes(column)) ?? [];
  const channels = wanted.length > 0 ? wanted : usual.length > 0 ? usual : offered;
  const columns = channels.flatMap((column) => table.columns[column]?.numbers ?? []);
  const stretches = stretchesOf(table);
  const recordings = table.files.map(({ path, from }, index): SeriesRecording => {
    const stretch = stretches[index]!;
    return {
      name: path,
      channels: columns.map((column) => fillNumbers(column, stretch)),
      points: classes && fillClasses(classes.labels, stretch),
      label: null,
      isTest: table.testFrom !== null && table.testFrom > 0 && from >= table.testFrom,
    };
  });
  const filled = stretches.reduce((sum, stretch) => sum + filledLength(stretch), 0) - table.rows;
  const notes: ImportNote[] = [...table.notes];
  if (filled > 0) notes.push({ code: 'import.note.filled', rows: filled });
  const labelName = table.columns[labelColumn ?? -1]?.name;
  if (labelName !== undefined) notes.push({ code: 'import.note.window-labels', column: labelName });
  const leftOut = withTextColumns(table, [labelColumn, timeColumn]).filter(
    ({ why }) => why !== 'missing-value',
  );
  return arrangeSeries(
    {
      format: 'table',
      recordings,
      rate: table.times.find(({ column }) => column === timeColumn)?.rate ?? null,
      classNames: classes?.classNames ?? null,
      usualWindow: null,
      told: { ...table, leftOut, notes },
      choices: { hasHeader: table.hasHeader, labelColumn, channels, timeColumn, rate: 0 },
      offers: {
        columns: table.columns.map(({ name }) => name),
        series: { readings, channels: offered, timeColumns, rates: [] },
      },
    },
    chosen,
  );
}

function numericColumns({ columns }: ParsedTable, labelColumn: number | null): number[] {
  return columns.flatMap(({ numbers }, index) => (numbers !== null && index !== labelColumn ? [index] : []));
}

/** Those that vary and do not only count the rows; where there is none, none. */
function usualChannels(table: ParsedTable, labelColumn: number | null, timeColumn: number | null): number[] {
  const rising = new Set(table.times.map(({ column }) => column));
  return numericColumns(table, labelColumn).filter((column) => {
    const numbers = table.columns[column]?.numbers;
    return column !== timeColumn && !rising.has(column) && numbers?.some((value) => value !== numbers[0]);
  });
}

function namedTime({ times }: ParsedTable): number | null {
  return times.find(({ isNamed }) => isNamed)?.column ?? null;
}

function timeColumnOf(table: ParsedTable, offered: readonly number[], { timeColumn }: Chosen): number | null {
  if (timeColumn === null) return null;
  if (timeColumn !== undefined && offered.includes(timeColumn)) return timeColumn;
  const named = namedTime(table);
  return named !== null && offered.includes(named) ? named : null;
}

function stretchesOf({ files, rows, places }: ParsedTable): Stretch[] {
  return files.map(({ from }, index) => ({ from, to: files[index + 1]?.from ?? rows, places }));
}
