import { expect, it } from 'vitest';
import { defaultExperiment } from '../../../core/experiment/experiment';
import type { SweepPoint } from '../../../core/sweep/sweep';
import type { SweepRecord } from '../../../session/sweeps/sweep-record';
import { tradedPoints, tradeOffLine, tradeOffTable } from './trade-off-lines';

const point = (value: number, terms?: SweepPoint['terms']): SweepPoint => ({
  value,
  codeSize: 16,
  steps: 100,
  testMse: 0.02,
  ...(terms && { terms }),
  indices: new Uint32Array(),
  labels: new Uint16Array(),
  originals: new Uint8Array(),
  reconstructions: new Uint8Array(),
});
const record: SweepRecord = {
  id: 'a',
  name: 'Dense: beta',
  startedAt: 1,
  plan: { base: { ...defaultExperiment, codeKind: 'gaussian' }, setting: 'beta', values: [4, 1], steps: 100 },
  points: [point(4, { reconstruction: 120, kl: 10 }), point(1, { reconstruction: 90, kl: 21 }), point(2)],
  status: 'finished',
  failures: [],
};

it('puts each beta at its divergence and its reconstruction error, by rising beta', () => {
  expect(tradeOffLine(record, 'red').points).toEqual([
    { x: 21, y: 90, name: 'β 1' },
    { x: 10, y: 120, name: 'β 4' },
  ]);
});

it('leaves out what was kept without its terms', () => {
  expect(tradedPoints(record).map(({ beta }) => beta)).toEqual([1, 4]);
});

it('saves them with their sum', () => {
  expect(tradeOffTable([record], ['sweep', 'beta', 'kl', 'reconstruction', 'sum']).rows).toEqual([
    ['Dense: beta', 1, 21, 90, 111],
    ['Dense: beta', 4, 10, 120, 130],
  ]);
});
