import { expect, it } from 'vitest';
import { bandsOf } from './bands';

const windows = {
  starts: Uint32Array.of(0, 10, 20, 40, 50),
  scores: new Float32Array(5),
  uses: Uint8Array.of(0, 0, 1, 2, 2),
  length: 16,
};

it('marks what was trained on, held out and tested, the flagged stretches, and the window shown', () => {
  const stretch = { recording: 0, from: 40, to: 56, score: 1, peak: 40, windows: 1, use: 'test' } as const;
  expect(bandsOf(windows, [stretch], 42).map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['training', 0, 26],
    ['held-out', 20, 36],
    ['test', 40, 66],
    ['flagged', 40, 56],
    ['chosen', 42, 58],
  ]);
});

it('has no band for what there is not', () => {
  expect(bandsOf({ ...windows, uses: new Uint8Array(5) }, [], null).map(({ kind }) => kind)).toEqual([
    'training',
  ]);
});
