// A table of metrics beside weights, `metrics.json`, as the curves of a run: what the playground and the Keras script write.
import { z } from '../../../core/browser/zod';
import { appendValues } from '../../../core/run/metric-series';
import { emptyCurves, type RunCurves } from '../../../core/run/run-curves';
import { clockCapacity, type RunClock } from '../../../core/run/run-clock';

export interface RunHistory {
  readonly curves: RunCurves;
  /** Null where the table does not tell the time of every row. */
  readonly clock: RunClock | null;
}

const mostRows = 200_000;

const tableSchema = z.looseObject({
  columns: z.array(z.string()).check(z.maxLength(100)),
  rows: z.array(z.array(z.nullable(z.number()))).check(z.maxLength(mostRows)),
});

/**
 * Null for what is no table of metrics.
 * @param lastStep of the network: later rows are of another one
 */
export function readHistory(json: unknown, lastStep: number): RunHistory | null {
  const table = tableSchema.safeParse(json);
  if (!table.success) return null;
  const { columns } = table.data;
  const place = (name: string) => columns.indexOf(name);
  const stepAt = place('step');
  const rows = table.data.rows
    .filter((row) => (row[stepAt] ?? Infinity) <= lastStep)
    .sort((a, b) => (a[stepAt] ?? 0) - (b[stepAt] ?? 0));
  if (stepAt < 0 || rows.length === 0) return null;
  const series = (name: string) =>
    rows.reduce((grown, row) => {
      const value = row[place(name)];
      return typeof value === 'number' ? appendValues(grown, row[stepAt] ?? 0, [value]) : grown;
    }, emptyCurves.train);
  const curves: RunCurves = {
    train: series('train_loss'),
    testSubset: series('test_loss'),
    testAll: series('test_loss_all'),
    validation: series('validation_loss'),
    testMse: series('test_mse'),
    testTerms: {
      reconstruction: series('reconstruction'),
      sparsity: series('sparsity'),
      kl: series('kl'),
    },
  };
  const times = rows.map((row) => [row[stepAt], row[place('seconds')], row[place('epoch')]]);
  return { curves, clock: clockOf(times) };
}

function clockOf(times: readonly (readonly (number | null | undefined)[])[]): RunClock | null {
  const every = Math.ceil((times.length + 1) / (clockCapacity - 1));
  const kept = times.filter((_, i) => i % every === 0 || i === times.length - 1);
  const [steps, seconds, epochs] = [0, 1, 2].map((column) => [0, ...kept.map((time) => time[column] ?? NaN)]);
  const isKnown = [steps, seconds, epochs].every((values) =>
    values?.every((value, i) => Number.isFinite(value) && (i === 0 || value >= (values[i - 1] ?? 0))),
  );
  return isKnown ? { spacing: 0, steps: steps ?? [], seconds: seconds ?? [], epochs: epochs ?? [] } : null;
}
