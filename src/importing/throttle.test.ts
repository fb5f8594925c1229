import { afterEach, expect, test, vi } from 'vitest';
import type { ImportProgress } from '../core/import/import-api';
import { throttle } from './throttle';

afterEach(() => void vi.useRealTimers());

test('a thousand reports in a second become about ten, with the first and the last of each stage', () => {
  vi.useFakeTimers();
  const told: ImportProgress[] = [];
  const report = throttle((progress) => told.push(progress), new AbortController().signal);
  for (const stage of ['reading', 'scaling'] as const) {
    for (let done = 1; done <= 1000; done++) {
      report({ stage, done, total: 1000, unit: 'samples' });
      vi.advanceTimersByTime(1);
    }
  }
  const scaling = told.filter(({ stage }) => stage === 'scaling').map(({ done }) => done);
  expect(scaling).toHaveLength(11);
  expect([scaling[0], scaling.at(-1)]).toEqual([1, 1000]);
});

test('nothing is reported of an import that was cancelled', () => {
  const controller = new AbortController();
  const told: ImportProgress[] = [];
  const report = throttle((progress) => told.push(progress), controller.signal);
  controller.abort();
  report({ stage: 'reading', done: 1, total: 1, unit: 'files' });
  expect(told).toEqual([]);
});
