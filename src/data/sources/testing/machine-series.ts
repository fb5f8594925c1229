// For tests only: a long recording of a machine that turns evenly, with one short fault in its last third, cut into windows.
import type { OwnDatasetId } from '../../../core/experiment/dataset-id';
import { uniform } from '../../../core/random';
import type { OwnDataset } from '../../../core/samples/own-dataset';
import type { SeriesWindows } from '../../../core/samples/series/series-windows';
import { makeOwnDataset } from './own-dataset';

const points = 6000;
const windowLength = 64;
const stride = 8;
/** The test windows begin here; none of the training reaches so far. */
const testFrom = 4000;

/** Where it rattles. */
export const fault = { from: 5200, to: 5240 } as const;

/** Three harmonics of a turn of 40 points whose strength drifts, and a little noise; around 0.5. */
export function machineSeries(): Float32Array {
  return Float32Array.from({ length: points }, (_, i) => {
    const turn = (2 * Math.PI * i) / 40;
    const strength = 0.2 + 0.05 * Math.sin(i / 300);
    const noise = 0.02 * (uniform(7, 1, i, 0) - 0.5);
    const rattle = i >= fault.from && i < fault.to ? 0.12 * Math.sin(i * 2.1) : 0;
    const even = strength * (Math.sin(turn) + 0.5 * Math.sin(2 * turn + 1) + 0.25 * Math.sin(3 * turn));
    return 0.5 + even + noise + rattle;
  });
}

export async function makeMachineDataset(
  id: OwnDatasetId,
): Promise<{ dataset: OwnDataset; windows: SeriesWindows; windowLength: number }> {
  const series = machineSeries();
  const count = (from: number, to: number) => Math.floor((to - from - windowLength) / stride) + 1;
  const cut = (from: number, to: number) => {
    const values = new Float32Array(count(from, to) * windowLength);
    for (let window = 0; window < count(from, to); window++) {
      const start = from + window * stride;
      values.set(series.subarray(start, start + windowLength), window * windowLength);
    }
    return { values };
  };
  const windows: SeriesWindows = {
    stride,
    rate: 100,
    recordings: [
      {
        name: 'machine.csv',
        length: points,
        train: { first: 0, count: count(0, testFrom), start: 0 },
        test: { first: 0, count: count(testFrom, points), start: testFrom },
      },
    ],
  };
  const dataset = await makeOwnDataset({
    id,
    shape: [windowLength, 1],
    train: cut(0, testFrom),
    test: cut(testFrom, points),
    windows,
  });
  return { dataset, windows, windowLength };
}
