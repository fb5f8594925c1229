import { expect, test } from 'vitest';
import { highestStretches, withoutFarAbove } from './highest';

const windows = (scores: number[], uses = scores.map(() => 0)) => ({
  starts: Uint32Array.from(scores, (_, i) => 4 * i),
  scores: Float32Array.from(scores),
  uses: Uint8Array.from(uses),
  length: 8,
});

test('the highest windows of all recordings come first, none over another', () => {
  const pump = windows([1, 2, 9, 8, 3, 7], [0, 0, 1, 1, 2, 2]);
  const found = highestStretches([pump, windows([NaN, 5])], 3);
  expect(found.map(({ recording, from, to, score, use }) => [recording, from, to, score, use])).toEqual([
    [0, 8, 16, 9, 'held-out'],
    [0, 20, 28, 7, 'test'],
    [1, 4, 12, 5, 'training'],
  ]);
  expect(highestStretches([], 3)).toEqual([]);
});

/** Log-normal: as uneven as squared errors are. */
const usual = (spread: number, count = 60) =>
  Float32Array.from({ length: count }, (_, i) => {
    const share = (i + 0.5) / count;
    return Math.exp((spread * Math.log(share / (1 - share))) / 1.7);
  });

test('a few held-out windows far above the others are told from scores that are merely uneven', () => {
  expect(withoutFarAbove(usual(0.5))).toBeNull();
  expect(withoutFarAbove(usual(1))).toBeNull();
  const fault = Float32Array.from([...usual(0.5), 40, 60, 55]);
  expect(withoutFarAbove(fault)).toEqual(usual(0.5));
  expect(withoutFarAbove(Float32Array.from([...usual(0.1), 2]))).toBeNull();
});

test('nothing is said of few scores, or of scores that can be below 0', () => {
  expect(withoutFarAbove(Float32Array.of(1, 1, 1, 90))).toBeNull();
  expect(withoutFarAbove(Float32Array.from([...usual(0.5), -1, 60]))).toBeNull();
});
