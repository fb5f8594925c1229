// Window lengths, labels of windows, gaps and thinning.
import { describe, expect, test } from 'vitest';
import { fillClasses, filledLength, fillNumbers } from './fill-gaps';
import { looksLikeSeries } from './likely-series';
import { thinSeries } from './thin-series';
import { usualStride, usualWindow } from './window-defaults';
import { rarityOf, windowLabel } from './window-labels';

describe('a window', () => {
  test('is a power of two that grows with the data, from 16 to 256 points', () => {
    const lengths = [400, 2500, 5000, 10_000, 1e6].map((length) => usualWindow([length], length));
    expect(lengths).toEqual([16, 32, 64, 128, 256]);
  });

  test('fits four times into most recordings, however many there are', () => {
    expect(
      usualWindow(
        Array.from({ length: 200 }, () => 300),
        300,
      ),
    ).toBe(64);
  });

  test('begins half a window after another, or sooner where there would be few', () => {
    expect(usualStride([100_000], 128)).toBe(64);
    expect(usualStride([20_000], 128)).toBe(32);
    expect(usualStride([2000], 128)).toBe(16);
  });

  test('has the class of the rarest of its points: one anomalous point makes it anomalous', () => {
    const labels = new Uint16Array(1000);
    labels[500] = 1;
    const ranks = rarityOf([labels], 2);
    const starts = Array.from({ length: 97 }, (_, at) => at * 10);
    const marked = starts.filter((start) => windowLabel(labels, start, 32, ranks) === 1);
    expect(marked).toEqual([470, 480, 490, 500]);
  });
});

describe('missing rows', () => {
  const stretch = { from: 1, to: 5, places: Uint32Array.of(0, 3, 4, 8, 9, 20) };

  test('are points on the straight line between their neighbours', () => {
    expect(filledLength(stretch)).toBe(7);
    expect([...fillNumbers(Float32Array.of(9, 1, 2, 10, 12, 7), stretch)]).toEqual([1, 2, 4, 6, 8, 10, 12]);
  });

  test('have the class of the row before', () => {
    expect([...fillClasses(Uint16Array.of(0, 1, 2, 3, 1, 0), stretch)]).toEqual([1, 2, 2, 2, 2, 3, 1]);
  });

  test('leave a series without any as it is', () => {
    const column = Float32Array.of(1, 2, 3, 4);
    expect(fillNumbers(column, { from: 1, to: 3, places: null }).buffer).toBe(column.buffer);
  });
});

test('a thinned series keeps its peaks', () => {
  const values = Float32Array.from({ length: 100_000 }, (_, at) => (at === 77_777 ? 9 : at === 123 ? -9 : 0));
  const { columns, lows, highs } = thinSeries([values], 600);
  expect(columns).toBe(600);
  expect(highs.indexOf(9)).toBe(466);
  expect(lows.indexOf(-9)).toBe(0);
  expect(thinSeries([Float32Array.of(1, 2)], 600).columns).toBe(2);
});

test('a series is told from samples in no order by how alike neighbours are', () => {
  const sine = Float32Array.from({ length: 4000 }, (_, at) => Math.sin(at / 5));
  const scatter = Float32Array.from({ length: 4000 }, (_, at) => ((at * 7919) % 4001) ** 2 % 977);
  expect(looksLikeSeries([sine, scatter], false)).toBe(true);
  expect(looksLikeSeries([scatter], false)).toBe(false);
  expect(looksLikeSeries([sine.subarray(0, 900)], false)).toBe(false);
  expect(looksLikeSeries([scatter.subarray(0, 900)], true)).toBe(true);
});
