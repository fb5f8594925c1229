import { expect, it } from 'vitest';
import { drawnOver, emptyLine, filledLine, isEmptyLine } from './drawn-line';

const place = (point: number, value: number) => ({ point, value });

it('a stroke sets every point that it passes, on the straight line of the pen', () => {
  const line = drawnOver(emptyLine([6, 1]), 1, 0, place(1, 0), place(5, 1));
  expect([...line]).toEqual([NaN, 0, 0.25, 0.5, 0.75, 1]);
  expect([...drawnOver(emptyLine([5, 1]), 1, 0, place(3, 0.5), place(0, 0.125))]).toEqual([
    0.125,
    0.25,
    0.375,
    0.5,
    NaN,
  ]);
});

it('going back overwrites what was drawn, and only there', () => {
  const forth = drawnOver(emptyLine([5, 1]), 1, 0, place(0, 0), place(4, 0));
  const back = drawnOver(forth, 1, 0, place(4, 1), place(2, 1));
  expect([...back]).toEqual([0, 0, 1, 1, 1]);
  expect([...forth]).toEqual([0, 0, 0, 0, 0]);
});

it('the pen within one point moves that point alone, in its channel', () => {
  const line = drawnOver(emptyLine([3, 2]), 2, 1, place(1, 0.2), place(1.2, 0.75));
  expect([...line]).toEqual([NaN, NaN, NaN, 0.75, NaN, NaN]);
});

it('a pen beyond the ends draws nothing there', () => {
  expect([...drawnOver(emptyLine([3, 1]), 1, 0, place(-2, 0), place(6, 1))]).toEqual([0.25, 0.375, 0.5]);
});

it('what nobody drew lies between what was drawn, level beyond its ends, in the middle where there is nothing', () => {
  const line = Float32Array.of(NaN, NaN, 0, NaN, NaN, NaN, NaN, NaN, 1, NaN, NaN, NaN);
  expect([...filledLine(line, 1)]).toEqual([
    0,
    0,
    0,
    ...[1, 2, 3, 4, 5].map((step) => Math.fround(step / 6)),
    1,
    1,
    1,
    1,
  ]);
  expect([...filledLine(Float32Array.of(0.25, NaN, NaN, NaN), 2)]).toEqual([0.25, 0.5, 0.25, 0.5]);
  expect([isEmptyLine(emptyLine([3, 2])), isEmptyLine(line)]).toEqual([true, false]);
});
