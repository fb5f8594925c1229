import { expect, test } from 'vitest';
import type { SeriesWindows } from '../../../core/samples/series/series-windows';
import { tableCsv } from '../../../core/table';
import type { BaselineScores, Baselines, NetworkScores } from '../anomaly-state';
import { networkAlong, rebuiltWindow, stretchesOf, topWindows } from './along';
import { stretchTable, windowTable } from './series-tables';

const windows: SeriesWindows = {
  stride: 10,
  rate: 100,
  recordings: [
    {
      name: 'pump',
      length: 130,
      train: { first: 0, count: 4, start: 0 },
      test: { first: 0, count: 3, start: 80 },
    },
    {
      name: 'fan',
      length: 60,
      train: { first: 4, count: 0, start: 0 },
      test: { first: 3, count: 2, start: 20 },
    },
  ],
};
const cut = { windows, length: 20 };
const trainedOn = { dataset: 'mnist' as const, classes: [], validationShare: 0, seed: 0 };
const network: NetworkScores = {
  runId: '1',
  step: 100,
  kind: 'mse',
  trainedOn,
  codeSize: 4,
  labels: new Uint16Array(5),
  validation: null,
  ranked: new Uint32Array(5),
  training: Float32Array.of(0.1, 0.6, 0.1, 0.1),
  test: Float32Array.of(0.1, 0.2, 0.9, 0.8, 0.3),
};
const scores = (values: number[]): BaselineScores => ({
  trainedOn,
  test: Float32Array.from(values),
  components: null,
  auroc: null,
});
const baselines: Baselines['scores'] = {
  pca: scores([0, 0, 0, 7, 0]),
  nearest: scores([0, 0, 3, 0, 0]),
  'mean-image': null,
};

test('stretches of all recordings are ranked together', () => {
  const found = stretchesOf(networkAlong(cut, network), 0.5);
  expect(found.map(({ recording, from, to, use }) => [recording, from, to, use])).toEqual([
    [0, 100, 120, 'test'],
    [1, 20, 40, 'test'],
    [0, 10, 30, 'training'],
  ]);
  expect(stretchesOf(networkAlong(cut, network), null)).toEqual([]);
});

test('each method has its highest test window', () => {
  expect(
    topWindows(cut, network, baselines).map(({ by, recording, start }) => [by, recording, start]),
  ).toEqual([
    ['network', 0, 100],
    ['nearest', 0, 100],
    ['pca', 1, 20],
  ]);
});

test('windows and stretches are saved with their places in points and in seconds', () => {
  const along = networkAlong(cut, network);
  const [first, , second] = windowTable(cut, along, 0.5, baselines).rows;
  expect(windowTable(cut, along, 0.5, baselines).columns).toEqual([
    ...['recording', 'from', 'to', 'from_s', 'to_s', 'part', 'score', 'flagged', 'nearest', 'pca'],
  ]);
  expect(first?.slice(0, 6)).toEqual(['pump', 0, 20, 0, 0.2, 'training']);
  expect(first?.slice(7)).toEqual([0, null, null]);
  expect(second?.slice(1, 3)).toEqual([20, 40]);
  const fan = windowTable(cut, along, 0.5, baselines).rows.find(([name]) => name === 'fan');
  expect(fan?.slice(5)).toEqual(['test', expect.closeTo(0.8, 6), 1, 0, 7]);
  const csv = tableCsv(stretchTable(cut, stretchesOf(along, 0.5)));
  expect(csv).toContain('1,pump,100,120,1,1.2,test,');
});

test('a window is cut out of the recording and rebuilt', async () => {
  const series = Float32Array.from({ length: 30 }, (_, i) => i);
  const questions = {
    reconstruct: (images: Float32Array) =>
      Promise.resolve({ images: images.map((value) => value + 1), runId: '1', step: 3 }),
  };
  const found = await rebuiltWindow(questions, series, 3, [4, 2]);
  expect([...(found?.sample ?? [])]).toEqual([6, 7, 8, 9, 10, 11, 12, 13]);
  expect(found?.reconstruction[0]).toBe(7);
});
