import { expect, test } from 'vitest';
import { seriesWindowsSchema, windowPlace, type SeriesWindows } from './series-windows';

const windows: SeriesWindows = {
  stride: 16,
  rate: 360,
  recordings: [
    {
      name: 'pump.csv',
      length: 1000,
      train: { first: 0, count: 40, start: 0 },
      test: { first: 0, count: 15, start: 704 },
    },
    {
      name: 'fan.csv',
      length: 300,
      train: { first: 40, count: 0, start: 0 },
      test: { first: 15, count: 10, start: 8 },
    },
  ],
};

test('a window is found in the recording that it was cut from', () => {
  const [pump, fan] = windows.recordings;
  expect(windowPlace(windows, 'train', 39)).toEqual({ recording: pump, start: 624 });
  expect(windowPlace(windows, 'test', 14)).toEqual({ recording: pump, start: 704 + 14 * 16 });
  expect(windowPlace(windows, 'test', 15)).toEqual({ recording: fan, start: 8 });
  expect(windowPlace(windows, 'train', 40)).toBeNull();
  expect(windowPlace(windows, 'test', 25)).toBeNull();
});

test('a manifest may say it, and nothing that makes no sense', () => {
  const accepts = (value: unknown) => seriesWindowsSchema.safeParse(value).success;
  expect(accepts(windows)).toBe(true);
  expect(accepts({ ...windows, stride: 0 })).toBe(false);
  expect(accepts({ ...windows, rate: null })).toBe(true);
  expect(accepts({ ...windows, rate: -1 })).toBe(false);
});
