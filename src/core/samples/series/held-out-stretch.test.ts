import { expect, test } from 'vitest';
import { windowParts, type WindowPart } from './held-out-stretch';
import type { SeriesWindows } from './series-windows';

const recording = (first: number, count: number) => ({
  name: `${first}`,
  length: 10_000,
  train: { first, count, start: 0 },
  test: { first: 0, count: 0, start: 0 },
});
const windows: SeriesWindows = {
  stride: 16,
  rate: null,
  recordings: [recording(0, 100), recording(100, 40)],
};
const partsOf = (share: number) => {
  const partOf = windowParts({ windows, length: 64 }, share);
  return Array.from({ length: 140 }, (_, index) => partOf(index));
};
const indicesOf = (parts: WindowPart[], wanted: WindowPart) =>
  parts.flatMap((part, index) => (part === wanted ? [index] : []));

test('the end of each recording is held out', () => {
  const heldOut = indicesOf(partsOf(0.1), 'held-out');
  expect(heldOut).toEqual([90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 136, 137, 138, 139]);
});

test('no window that is trained on shares a point with one that is held out', () => {
  const parts = partsOf(0.25);
  for (const held of indicesOf(parts, 'held-out')) {
    for (const trained of indicesOf(parts, 'trained')) {
      const isSameRecording = held < 100 === trained < 100;
      if (isSameRecording) expect(Math.abs(held - trained) * 16).toBeGreaterThanOrEqual(64);
    }
  }
  expect(indicesOf(parts, 'between')).toHaveLength(2 * 3);
});

test('without a share all are trained on, and of a short recording one still is', () => {
  expect(new Set(partsOf(0))).toEqual(new Set(['trained']));
  const short = windowParts({ windows: { ...windows, recordings: [recording(0, 3)] }, length: 64 }, 0.5);
  expect([0, 1, 2].map(short)).toEqual(['trained', 'held-out', 'held-out']);
});
