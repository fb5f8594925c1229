// The rows of a table as samples. The label's column is left out, and so are columns of text.
import type { SeriesOffers } from '../../../../core/import/series-import';
import { fail } from '../../fail';
import { maxClasses } from '../../limits';
import type { ParsedTable } from '../../parsed';
import { arrangementsOf, sampleSizeLimits } from './arrangement';
import { chooseArrangement, chooseOffered, noSeries, type Chosen } from './chosen';
import { sortClasses, type Classes } from './classes';
import { arrangePoints, readingsOf } from './series/from-points';
import { looksOf } from './looks';
import { normalisationsOf } from './normalisations';
import { withTextColumns } from './text-columns';
import { arrangedShape, coloursOf, createArranger, type Arranged } from './raw-samples';

export function arrangeTable(table: ParsedTable, chosen: Chosen): Arranged {
  const labelColumn = labelColumnOf(table, chosen.labelColumn);
  const readings = readingsOf(table, labelColumn);
  const reading = chooseOffered(readings, chosen.reading);
  return reading === 'series'
    ? arrangePoints(table, { labelColumn, classes: classesOf(table, labelColumn), readings }, chosen)
    : arrangeRows(table, labelColumn, readings, chosen);
}

function arrangeRows(
  table: ParsedTable,
  labelColumn: number | null,
  readings: SeriesOffers['readings'],
  chosen: Chosen,
): Arranged {
  const classes = classesOf(table, labelColumn);
  const features = table.columns.filter((column, index) => index !== labelColumn && column.numbers !== null);
  const columns = features.flatMap(({ numbers }) => (numbers ? [numbers] : []));
  if (columns.length === 0) fail({ code: 'import.no-numbers', file: table.file });
  const readRow = (index: number, into: Float32Array) => {
    for (let column = 0; column < columns.length; column++) into[column] = columns[column]![index]!;
  };
  const looks = looksOf(table.rows, columns.length, readRow, true);
  const arrangements = arrangementsOf([columns.length], looks);
  if (arrangements.length === 0) {
    fail({ code: 'import.sample-size', values: columns.length, ...sampleSizeLimits });
  }
  const arrangement = chooseArrangement(arrangements, chosen.shape);
  const colours = coloursOf(arrangement.shape);
  const colour = chooseOffered(colours, chosen.colour);
  const arrange = createArranger(arrangement, colour, looks.isPixelLike);
  const row = new Float32Array(columns.length);
  const isTest = testMarks(table);
  const isImage = arrangement.shape.length === 3;
  const normalisations = normalisationsOf(arrangement.shape);
  return {
    format: 'table',
    raw: {
      count: table.rows,
      shape: arrangedShape(arrangement, colour),
      read: (index, into) => {
        readRow(index, row);
        arrange(row, 0, into);
      },
      labels: classes?.labels ?? null,
      classNames: classes?.classNames ?? [],
      isTest,
      series: null,
    },
    units: null,
    choices: {
      ...noSeries,
      hasHeader: table.hasHeader,
      labelColumn,
      shape: arrangement.shape,
      side: Math.max(...arrangement.shape.slice(0, 2)),
      colour,
      framing: 'fit',
      normalisation:
        normalisations.find((each) => each === chosen.normalisation) ??
        (isImage || !haveOwnUnits(columns) ? 'range' : 'feature'),
    },
    offers: {
      series: {
        readings,
        channels: null,
        timeColumns: [],
        rates: [],
        longestWindow: 0,
      },
      columns: table.columns.map(({ name }) => name),
      shapes: arrangements.map(({ shape }) => shape),
      colours,
      splits: isTest ? ['files', 'random'] : ['random'],
      normalisations,
      isScalable: false,
    },
    told: { ...table, leftOut: withTextColumns(table, [labelColumn]) },
    scaledFrom: null,
  };
}

function testMarks({ rows, testFrom }: ParsedTable): Uint8Array | null {
  if (testFrom === null || testFrom <= 0 || testFrom >= rows) return null;
  return new Uint8Array(rows).fill(1, testFrom);
}

function labelColumnOf(table: ParsedTable, chosen: number | null | undefined): number | null {
  if (chosen === null) return null;
  return chosen !== undefined && table.columns[chosen] ? chosen : table.likelyLabel;
}

function classesOf(table: ParsedTable, labelColumn: number | null): Classes | null {
  const column = labelColumn === null ? undefined : table.columns[labelColumn];
  if (!column) return null;
  if (column.classes)
    return sortClasses({ labels: column.classes.indices, classNames: column.classes.names });
  const different = column.numbers ? new Set(column.numbers).size : table.rows;
  return fail({ code: 'import.too-many-classes', classes: different, most: maxClasses });
}

/**
 * Whether the columns are measured in units of their own, as in a table of people's ages and incomes, and not the same
 * quantity over and over, as in a series: the widest ranges are more than ten times the narrowest.
 */
function haveOwnUnits(columns: readonly Float32Array[]): boolean {
  const ranges = columns.map(rangeOf).filter((range) => range > 0);
  ranges.sort((a, b) => a - b);
  const last = ranges.length - 1;
  const [narrow = 0, wide = 0] = [ranges[Math.floor(0.1 * last)], ranges[Math.ceil(0.9 * last)]];
  return wide > 10 * narrow;
}

function rangeOf(values: Float32Array): number {
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return greatest - least;
}
