import { describe, expect, it } from 'vitest';
import { codedFailureOf } from '../../core/failure';
import { parseSeries, seriesSample } from './series-sample';

/** What is wrong with a text. */
function failureOf(text: string, channels: number): unknown {
  try {
    parseSeries(text, channels, 'a.csv');
  } catch (error) {
    return codedFailureOf(error);
  }
  return null;
}

describe('numbers in a text', () => {
  it('are a point a line, after a line of names', () => {
    const series = parseSeries('x;y\r\n1;2\r\n-3;4e-1\r\n\r\n', 2, null);
    expect(series.channels).toBe(2);
    expect([...series.values]).toEqual([1, 2, -3, Math.fround(0.4)]);
  });

  it('are a channel a line where there are as many lines as channels', () => {
    expect([...parseSeries('0 1  2\n', 1, null).values]).toEqual([0, 1, 2]);
    expect([...parseSeries('1,2,3\n4,5,6', 2, null).values]).toEqual([1, 4, 2, 5, 3, 6]);
  });

  it('may have decimal commas, as in a table that is imported', () => {
    const read = (text: string, channels: number) => [...parseSeries(text, channels, null).values];
    expect(read('5,5;2,25;-12;6850,5', 1)).toEqual([5.5, 2.25, -12, 6850.5]);
    expect(read('a;b\n5,5;2\n1;2,5', 2)).toEqual([5.5, 2, 1, 2.5]);
    expect(read('5,5 2,5\n1 2', 2)).toEqual([5.5, 2.5, 1, 2]);
    expect(read('x\n5,5\n6\n7,25', 1)).toEqual([5.5, 6, 7.25]);
    // Without another separator a comma separates.
    expect(read('1,5\n2,6', 2)).toEqual([1, 5, 2, 6]);
    expect(read('1, 5\n2, 6', 2)).toEqual([1, 5, 2, 6]);
    expect(read('1,5', 1)).toEqual([1, 5]);
    expect(failureOf('1,5;2.5', 1)).toMatchObject({ code: 'drawing.not-a-number', text: '1,5' });
  });

  it('are refused where they are none, unequal or of other channels, with the line', () => {
    const file = 'a.csv';
    expect(failureOf(' \n\n', 1)).toEqual({ code: 'drawing.no-numbers', file });
    expect(failureOf('1\n\ntwo\n', 1)).toEqual({ code: 'drawing.not-a-number', file, line: 3, text: 'two' });
    expect(failureOf('1,2\n3\n', 2)).toEqual({
      code: 'drawing.unequal-rows',
      file,
      line: 2,
      columns: 1,
      expected: 2,
    });
    expect(failureOf('1,2,3\n4,5,6\n7,8,9\n1,1,1', 2)).toEqual({
      code: 'drawing.other-channels',
      file,
      rows: 4,
      columns: 3,
      channels: 2,
    });
    expect(failureOf('5', 1)).toMatchObject({ code: 'drawing.other-channels', rows: 1, columns: 1 });
    expect(failureOf('1,,2\n3,4,5', 3)).toMatchObject({ code: 'drawing.not-a-number', line: 1, text: '' });
  });
});

describe('a series as a sample', () => {
  it('takes each number in the range of its place, where the places have ranges of their own', () => {
    const row = parseSeries('5,6,7000', 1, null);
    const placeRanges = [
      [5, 10],
      [2, 10],
      [0, 14_000],
    ] as const;
    expect([...(seriesSample(row, [3, 1], { valueRange: [0, 1], placeRanges }) ?? [])]).toEqual([
      0, 0.5, 0.5,
    ]);
  });

  it('lies on straight lines between its points, scaled by the range of the data, also outside of it', () => {
    const series = parseSeries('0\n10', 1, null);
    expect([...(seriesSample(series, [5, 1], { valueRange: [0, 10] }) ?? [])]).toEqual([
      0, 0.25, 0.5, 0.75, 1,
    ]);
    expect([...(seriesSample(series, [3, 1], { valueRange: [5, 10] }) ?? [])]).toEqual([-1, 0, 1]);
  });

  it('keeps its ends where there are fewer points than it has, and its channels apart', () => {
    const series = parseSeries('0,1\n9,9\n1,0', 2, null);
    expect([...(seriesSample(series, [2, 2], { valueRange: [0, 1] }) ?? [])]).toEqual([0, 1, 1, 0]);
    expect(seriesSample(series, [2, 1], { valueRange: [0, 1] })).toBeNull();
  });
});
