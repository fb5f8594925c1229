import { expect, test } from 'vitest';
import { standardDraws } from '../fitted-gaussian';
import { largestDifferences, momentsOf } from './moments';
import { addResidual, residualDeviation } from './residual';
import { seriesTable } from './series-table';

test('moments are the mean and the deviation at each place', () => {
  const { mean, deviation } = momentsOf(Float32Array.of(1, 0, 3, 0, 5, 6), 2);
  expect([...mean]).toEqual([3, 2]);
  expect(deviation[0]).toBeCloseTo(Math.sqrt(8 / 3), 6);
  expect(deviation[1]).toBeCloseTo(Math.sqrt(8), 6);
});

test('the largest difference is the one at the worst place', () => {
  const a = { mean: Float32Array.of(0, 1), deviation: Float32Array.of(0.5, 0.5) };
  const b = { mean: Float32Array.of(0.25, 1), deviation: Float32Array.of(0.5, 0) };
  expect(largestDifferences(a, b)).toEqual({ mean: 0.25, deviation: 0.5 });
});

test('noise of the measured residual gives the reconstructions the deviation of the samples', () => {
  const width = 4;
  const rebuilt = new Float32Array(20_000 * width).fill(0.5);
  const samples = standardDraws(20_000, width, 3).map((draw, at) => 0.5 + 0.1 * ((at % width) + 1) * draw);
  const residual = residualDeviation(samples, rebuilt, width);
  const noisy = momentsOf(addResidual(rebuilt, residual, 7), width);
  for (let place = 0; place < width; place++) {
    expect(residual[place]! / (0.1 * (place + 1))).toBeCloseTo(1, 1);
    expect(noisy.deviation[place]! / (0.1 * (place + 1))).toBeCloseTo(1, 1);
    expect(noisy.mean[place]).toBeCloseTo(0.5, 1);
  }
  expect(addResidual(rebuilt, residual, 7)).toEqual(addResidual(rebuilt, residual, 7));
});

test('a table of series is in the units of the data, with times in the header', () => {
  const info = { shape: [3, 1], valueRange: [-1, 3] } as const;
  expect(seriesTable(Float32Array.of(0, 0.5, 1, 0.25, 0, -0.25), info, 4)).toEqual({
    columns: ['seconds', '0', '0.25', '0.5'],
    rows: [
      [1, -1, 1, 3],
      [2, 0, -1, -2],
    ],
  });
  expect(seriesTable(new Float32Array(3), info, null).columns).toEqual(['point', '1', '2', '3']);
});

test('channels of one point share its time', () => {
  const info = { shape: [2, 2], valueRange: [0, 1] } as const;
  expect(seriesTable(new Float32Array(4), info, 10).columns).toEqual([
    'seconds',
    '0 (1)',
    '0 (2)',
    '0.1 (1)',
    '0.1 (2)',
  ]);
});
