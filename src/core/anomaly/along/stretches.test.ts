import { describe, expect, test } from 'vitest';
import type { SeriesWindows } from '../../samples/series/series-windows';
import { scoredWindows, windowUses } from './scored-windows';
import { flaggedStretches, rankedStretches } from './stretches';

const windows: SeriesWindows = {
  stride: 4,
  rate: null,
  recordings: [
    {
      name: 'pump',
      length: 100,
      train: { first: 0, count: 10, start: 0 },
      test: { first: 0, count: 6, start: 60 },
    },
    {
      name: 'fan',
      length: 60,
      train: { first: 10, count: 2, start: 0 },
      test: { first: 6, count: 3, start: 20 },
    },
  ],
};
const cut = { windows, length: 8 };
const training = Float32Array.from({ length: 12 }, (_, i) => i / 100);
const test_ = (scores: number[]) => Float32Array.from(scores);

describe('windows in the order of time', () => {
  test('have their places in their recording, and tell what they were used for', () => {
    const found = scoredWindows(cut, 0, { training, test: test_([1, 2, 3, 4, 5, 6, 7, 8, 9]) }, 0.2);
    expect([...found.starts]).toEqual([0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 60, 64, 68, 72, 76, 80]);
    expect([...found.scores].slice(10)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Array.from(found.uses, (use) => windowUses[use])).toEqual([
      ...Array<string>(8).fill('training'),
      ...['held-out', 'held-out'],
      ...Array<string>(6).fill('test'),
    ]);
    const fan = scoredWindows(cut, 1, { training, test: test_([1, 2, 3, 4, 5, 6, 7, 8, 9]) }, 0);
    expect([...fan.starts]).toEqual([0, 4, 20, 24, 28]);
    expect([...fan.scores].slice(2)).toEqual([7, 8, 9]);
  });

  test('are those of the test stretch alone where no others are scored', () => {
    const found = scoredWindows(cut, 1, { training: null, test: new Float32Array(9) }, 0.1);
    expect([...found.starts]).toEqual([20, 24, 28]);
  });
});

describe('flagged stretches', () => {
  const of = (scores: number[], threshold: number) =>
    flaggedStretches(scoredWindows(cut, 0, { training, test: test_(scores) }, 0), threshold, 0);

  test('are flagged windows that overlap or touch, with the highest score of them', () => {
    // Windows of 8 points at 60, 64, ...: those at 60 and 64 overlap, those at 64 and 76 are 4 points apart.
    expect(of([2, 5, 0, 0, 3, 0], 1)).toEqual([
      { recording: 0, from: 60, to: 72, score: 5, peak: 64, windows: 2, use: 'test' },
      { recording: 0, from: 76, to: 84, score: 3, peak: 76, windows: 1, use: 'test' },
    ]);
    // One that ends where the next begins is one with it.
    expect(of([2, 0, 5, 0, 0, 0], 1)).toMatchObject([{ from: 60, to: 76, windows: 2, peak: 68 }]);
  });

  test('are none where no score exceeds the threshold', () => {
    expect(of([1, 1, 1, 1, 1, 1], 1)).toEqual([]);
  });

  test('of what was trained on and of what was not stay two', () => {
    const near: SeriesWindows = {
      ...windows,
      recordings: [{ ...windows.recordings[0]!, test: { first: 0, count: 6, start: 40 } }],
    };
    const found = flaggedStretches(
      scoredWindows({ windows: near, length: 8 }, 0, { training, test: test_([9, 0, 0, 0, 0, 0]) }, 0),
      0.085,
      0,
    );
    expect(found.map(({ use, from, to }) => [use, from, to])).toEqual([
      ['training', 36, 44],
      ['test', 40, 48],
    ]);
  });

  test('are ranked by score over all recordings', () => {
    const all = [...of([2, 5, 0, 0, 3, 0], 1), ...of([0, 0, 0, 0, 0, 4], 1)];
    expect(rankedStretches(all).map(({ score }) => score)).toEqual([5, 4, 3]);
  });
});
