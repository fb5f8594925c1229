import { expect, it } from 'vitest';
import { histogramTable } from './histogram/histogram-table';
import { seriesTable } from './series-table';

it('has a row for each place where any curve has a point, and the numbers as they were measured', () => {
  const table = seriesTable(
    'step',
    [
      { label: 'train', x: [1, 2, 4], y: Float32Array.of(0.1, 0.25, NaN) },
      { label: 'test', x: [0, 4], y: [0.123456789012, 0.5] },
    ],
    [{ label: 'PCA', y: 0.02 }],
  );
  expect(table.columns).toEqual(['step', 'train', 'test', 'PCA']);
  expect(table.rows).toEqual([
    [0, null, 0.123456789012, 0.02],
    [1, 0.1, null, 0.02],
    [2, 0.25, null, 0.02],
    [4, null, 0.5, 0.02],
  ]);
});

it('gives a band as two columns after its curve', () => {
  const band = { low: [0.1, 0.2], high: [0.3, 0.4] };
  const { columns, rows } = seriesTable('step', [{ label: 'mean', x: [1, 2], y: [0.2, 0.3], band }], []);
  expect(columns).toEqual(['step', 'mean', 'mean, low', 'mean, high']);
  expect(rows).toEqual([
    [1, 0.2, 0.1, 0.3],
    [2, 0.3, 0.2, 0.4],
  ]);
});

it('a histogram has a row for each bin', () => {
  expect(histogramTable([{ label: 'normal', counts: [3, 1] }], 0, 0.5)).toEqual({
    columns: ['from', 'to', 'normal'],
    rows: [
      [0, 0.25, 3],
      [0.25, 0.5, 1],
    ],
  });
});
