// Numbers of the curves: a few for each run, and all of them for a file. Pure.
import { metricsTable } from '../../../core/run/metrics-table';
import type { Table } from '../../../core/table';
import type { ComparedRun } from '../../../session/run-comparison/compared-run';

import { runLetter } from '../../../session/archive/run-name';
import { curveKinds, pointsOf, type CurveId, type Over } from './curve-kinds';

export interface CurvePoint {
  /** On the axis; null where it is not known. */
  readonly x: number | null;
  readonly y: number;
}

export interface CurveNumbers {
  readonly count: number;
  readonly first: CurvePoint;
  readonly lowest: CurvePoint;
  readonly last: CurvePoint;
}

/** Null for a run without a point of the curve. */
export function curveNumbers(run: ComparedRun, curve: CurveId, over: Over): CurveNumbers | null {
  const { means } = curveKinds[curve].seriesOf(run.curves);
  const { x } = pointsOf(run, curve, over);
  const at = (i: number): CurvePoint => ({ x: x[i] ?? null, y: means[i] ?? Number.NaN });
  if (means.length === 0) return null;
  const lowest = means.indexOf(Math.min(...means));
  return { count: means.length, first: at(0), lowest: at(lowest), last: at(means.length - 1) };
}

/** The metrics of all runs below each other, with the columns that any of them has. */
export function allMetrics(runs: readonly ComparedRun[], names: readonly string[]): Table {
  const tables = runs.map(metricsTable);
  const columns = [...new Set(tables.flatMap((table) => table.columns))];
  return {
    columns: ['run', ...columns],
    rows: tables.flatMap((table, place) =>
      table.rows.map((row) => [
        `${runLetter(place)} ${names[place] ?? ''}`,
        ...columns.map((column) => row[table.columns.indexOf(column)] ?? null),
      ]),
    ),
  };
}
