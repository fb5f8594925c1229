import { describe, expect, it } from 'vitest';
import { tableCsv } from '../table';
import { appendValues, emptySeries } from './metric-series';
import { metricColumns, metricsTable } from './metrics-table';
import { newClock, withSteps } from './run-clock';
import { emptyCurves } from './run-curves';

const at = (step: number, ...values: number[]) => appendValues(emptySeries, step, values);
const curves = {
  ...emptyCurves,
  train: at(1, 0.4, 0.3),
  testSubset: at(2, 0.25),
  testMse: appendValues(at(0, 0.5), 2, [0.2]),
};
const run = { curves, clock: withSteps(newClock, 2, 3000, 0.5), step: 2, epoch: 0.5, marks: [] };

describe('the table of metrics', () => {
  it('has a row for each step at which anything was measured, and nothing in it that was not', () => {
    expect(metricsTable(run)).toEqual({
      columns: metricColumns,
      rows: [
        [0, 0, 0, null, null, 0.5, null],
        [1, 0.25, 1.5, 0.4, null, null, null],
        [2, 0.5, 3, 0.3, 0.25, 0.2, null],
      ],
    });
  });

  it('has columns for what only some runs have', () => {
    const testTerms = { ...emptyCurves.testTerms, reconstruction: at(2, 90), kl: at(2, 20) };
    const { columns, rows } = metricsTable({ ...run, curves: { ...curves, testAll: at(2, 111), testTerms } });
    expect(columns).toEqual([...metricColumns, 'test_loss_all', 'reconstruction', 'kl']);
    expect(rows.at(-1)?.slice(-3)).toEqual([111, 90, 20]);
  });

  it('leaves the seconds of a run without a clock open', () => {
    const { rows } = metricsTable({ ...run, clock: null });
    expect(rows.at(-1)?.slice(0, 3)).toEqual([2, 0.5, null]);
  });

  it('is a file of comma-separated values', () => {
    expect(tableCsv(metricsTable(run)).split('\r\n')[1]).toBe('0,0,0,,,0.5,');
  });
});
