import { describe, expect, test } from 'vitest';
import {
  seriesWindowsSchema,
  windowPlace,
  type Recording,
} from '../../../core/samples/series/series-windows';
import { countWindows, cutWindows, type RecordingFacts, type WindowCut } from './cut-windows';

const cut: WindowCut = { windowLength: 32, stride: 16, split: 'time', testShare: 0.2, seed: 1 };

function recording(length: number, changed: Partial<RecordingFacts> = {}): RecordingFacts {
  return { name: `of ${length}`, length, isTest: false, label: null, ...changed };
}

/** The points of each window of a split, as [first, past the last], recording by recording. */
function points(
  recordings: readonly Recording[],
  part: 'train' | 'test',
  { windowLength, stride }: WindowCut,
) {
  return recordings.map(({ [part]: { count, start } }) =>
    Array.from(
      { length: count },
      (_, at) => [start + at * stride, start + at * stride + windowLength] as const,
    ),
  );
}

const total = (recordings: readonly Recording[], part: 'train' | 'test') =>
  recordings.reduce((sum, { [part]: { count } }) => sum + count, 0);

describe('a split by time', () => {
  // 300 cuts of recordings of any length with any window and stride.
  const cases = Array.from({ length: 300 }, (_, at) => {
    const windowLength = 4 + ((at * 37) % 90);
    const stride = 1 + ((at * 13) % (windowLength + 9));
    const lengths = [windowLength, windowLength + ((at * 101) % 700), 2000 + at];
    return { ...cut, windowLength, stride, testShare: 0.05 + (at % 10) * 0.05, lengths };
  });

  test('has no point in windows of both splits, and a window between the last of one and the first of the other', () => {
    for (const { lengths, ...each } of cases) {
      const recordings = cutWindows(
        lengths.map((length) => recording(length)),
        each,
      );
      const [train, held] = [points(recordings, 'train', each), points(recordings, 'test', each)];
      for (const [index, { length }] of recordings.entries()) {
        const trainEnd = Math.max(0, ...train[index]!.map(([, end]) => end));
        const [testStart = Infinity] = held[index]![0] ?? [];
        expect(testStart - trainEnd).toBeGreaterThanOrEqual(each.windowLength);
        expect(Math.max(0, ...held[index]!.map(([, end]) => end))).toBeLessThanOrEqual(length);
        expect(trainEnd).toBeLessThanOrEqual(length);
      }
    }
  });

  test('trains on the first four fifths, and tests on the rest', () => {
    const [only] = cutWindows([recording(1000)], cut);
    expect(only?.train).toEqual({ first: 0, count: 49, start: 0 }); // (800 - 32) / 16 + 1
    expect(only?.test).toEqual({ first: 0, count: 9, start: 832 }); // (168 - 32) / 16, rounded down, + 1
  });

  test('counts the windows of a split through all recordings, as the manifest has them', () => {
    const recordings = cutWindows([recording(1000), recording(40), recording(600)], cut);
    expect(seriesWindowsSchema.safeParse({ stride: 16, rate: null, recordings }).success).toBe(true);
    for (const part of ['train', 'test'] as const) {
      const windows = { stride: 16, rate: null, recordings };
      const places = Array.from({ length: total(recordings, part) }, (_, at) =>
        windowPlace(windows, part, at),
      );
      expect(places.every((place) => place !== null)).toBe(true);
      expect(new Set(places.map((place) => `${place?.recording.name} ${place?.start}`)).size).toBe(
        places.length,
      );
    }
    // Too short for a test set of its own, it is trained on.
    expect(recordings[1]).toMatchObject({ train: { count: 1 }, test: { count: 0 } });
  });
});

describe('a split by recordings', () => {
  const many = Array.from({ length: 20 }, (_, at) => recording(500 + at, { label: at % 2 }));

  test('has whole recordings in the test set, a share of each class', () => {
    const recordings = cutWindows(many, { ...cut, split: 'recordings' });
    expect(recordings.every(({ train, test: held }) => (train.count === 0) !== (held.count === 0))).toBe(
      true,
    );
    const held = recordings.flatMap(({ test: { count } }, at) => (count > 0 ? [at] : []));
    expect(held).toHaveLength(4);
    expect(held.filter((at) => at % 2 === 0)).toHaveLength(2);
  });

  test('is the same for a seed, and another for another', () => {
    const of = (seed: number) => cutWindows(many, { ...cut, split: 'recordings', seed });
    expect(of(1)).toEqual(of(1));
    expect([2, 3, 4].some((seed) => JSON.stringify(of(seed)) !== JSON.stringify(of(1)))).toBe(true);
  });

  test('tests on one of several that are each of a class of their own', () => {
    const alone = [recording(400, { label: 0 }), recording(400, { label: 1 }), recording(400, { label: 2 })];
    const recordings = cutWindows(alone, { ...cut, split: 'recordings' });
    expect(recordings.filter(({ test: { count } }) => count > 0)).toHaveLength(1);
  });

  test('is what the files say where they say it', () => {
    const marked = [recording(400), recording(300, { isTest: true }), recording(200)];
    const recordings = cutWindows(marked, { ...cut, split: 'files' });
    expect(recordings.map(({ test: { count } }) => count)).toEqual([0, 17, 0]);
  });
});

test('as many windows as fit are counted', () => {
  expect([31, 32, 47, 48, 64].map((length) => countWindows(length, cut))).toEqual([0, 1, 1, 2, 3]);
});
