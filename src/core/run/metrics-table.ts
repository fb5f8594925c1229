// What was measured of a run as one table: a row for each step at which anything was, a column for each metric. The same columns
// stand in every file of metrics, those written elsewhere included (`tableCsv` of core/table.ts makes the text).
import type { MetricSeries } from './metric-series';
import { epochsOf, secondsAt, type RunClock } from './run-clock';
import type { RunCurves } from './run-curves';

/** Columns that every table of metrics has, in this order. */
export const metricColumns = [
  'step',
  'epoch',
  /** Seconds of training, without pauses, measurements and views. */
  'seconds',
  'train_loss',
  /** Objective on the fixed subset of the test set. */
  'test_loss',
  /** Squared error per value, whatever the loss, of the whole test set or its subset: whichever was measured. */
  'test_mse',
  'validation_loss',
] as const;

/** Columns that a table has where there is anything in them. */
const optionalColumns = [
  /** Objective on the whole test set. */
  'test_loss_all',
  /** The terms of `test_loss`: the penalty times its weight, and the KL divergence in nats without its weight. */
  'reconstruction',
  'sparsity',
  'kl',
] as const;

type MetricColumn = (typeof metricColumns)[number] | (typeof optionalColumns)[number];

/** Fits `Table` of core/table.ts. */
export interface MetricsTable {
  readonly columns: readonly MetricColumn[];
  /** In the order of the steps. Null where a metric was not measured at the step, or the time is not known. */
  readonly rows: readonly (readonly (number | null)[])[];
}

interface MeasuredRun {
  readonly curves: RunCurves;
  readonly clock: RunClock | null;
  readonly step: number;
  readonly epoch: number;
  readonly marks: Parameters<typeof epochsOf>[0]['marks'];
}

/**
 * The table of a run or its record. A long series has means of consecutive steps (metric-series.ts), so a step may be fractional.
 */
export function metricsTable(run: MeasuredRun): MetricsTable {
  const { clock, curves } = run;
  const series: Record<Exclude<MetricColumn, 'step' | 'epoch' | 'seconds'>, MetricSeries> = {
    train_loss: curves.train,
    test_loss: curves.testSubset,
    test_mse: curves.testMse,
    validation_loss: curves.validation,
    test_loss_all: curves.testAll,
    ...curves.testTerms,
  };
  const columns = [
    ...metricColumns,
    ...optionalColumns.filter((column) => series[column].steps.length > 0),
  ] as const;
  const values = new Map(
    Object.entries(series).map(([column, { steps, means }]) => [
      column,
      new Map(steps.map((step, i) => [step, means[i] ?? null])),
    ]),
  );
  const epochAt = epochsOf(run);
  const cell = (column: MetricColumn, step: number): number | null => {
    if (column === 'step') return step;
    if (column === 'epoch') return epochAt && epochAt(step);
    if (column === 'seconds') return clock && secondsAt(clock, step);
    return values.get(column)?.get(step) ?? null;
  };
  const steps = new Set(Object.values(series).flatMap(({ steps }) => steps));
  return {
    columns,
    rows: [...steps].sort((a, b) => a - b).map((step) => columns.map((column) => cell(column, step))),
  };
}
