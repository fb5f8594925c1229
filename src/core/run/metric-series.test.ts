import { describe, expect, it } from 'vitest';
import { appendValues, emptySeries, seriesCapacity, truncateAfter } from './metric-series';

const ramp = (count: number) => Float32Array.from({ length: count }, (_, index) => index + 1);

describe('a metric series', () => {
  it('keeps every value of a short series', () => {
    const series = appendValues(emptySeries, 1, [0.5, 0.25, 0.125]);
    expect(series.steps).toEqual([1, 2, 3]);
    expect(series.means).toEqual([0.5, 0.25, 0.125]);
  });

  it('stays below its capacity however long the run', () => {
    let series = emptySeries;
    for (let start = 1; start <= 50_000; start += 7) {
      series = appendValues(series, start, ramp(7));
      expect(series.steps.length).toBeLessThan(seriesCapacity);
      expect(series.means).toHaveLength(series.steps.length);
    }
  });

  it('averages consecutive values: the mean of all points is the mean of all values in them', () => {
    const values = ramp(16 * seriesCapacity);
    const series = appendValues(emptySeries, 1, values);
    const counted = series.steps.length * series.bucket;
    const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
    expect(counted + series.open.count).toBe(values.length);
    expect(mean(series.means)).toBeCloseTo((counted + 1) / 2, 6);
    expect(series.means[0]).toBe((series.bucket + 1) / 2);
  });

  it('places each mean at the mean of its steps, so a straight line stays straight', () => {
    const series = appendValues(emptySeries, 1, ramp(10_000));
    expect(series.bucket).toBeGreaterThan(1);
    series.steps.forEach((step, index) => expect(series.means[index]).toBe(step));
  });

  it('does not depend on how the values are split into calls', () => {
    const values = ramp(5000);
    let single = emptySeries;
    values.forEach((value, index) => (single = appendValues(single, index + 1, [value])));
    expect(single).toEqual(appendValues(emptySeries, 1, values));
  });

  it('skips values that are not finite', () => {
    const series = appendValues(emptySeries, 1, [1, Number.NaN, Number.POSITIVE_INFINITY, 4]);
    expect(series.steps).toEqual([1, 4]);
    expect(series.means).toEqual([1, 4]);
  });

  it('drops everything after the step a run rolls back to', () => {
    const series = truncateAfter(appendValues(emptySeries, 1, ramp(100)), 40);
    expect(series.steps.at(-1)).toBe(40);
    expect(appendValues(series, 41, [9]).steps.at(-1)).toBe(41);
    expect(truncateAfter(series, 0).steps).toEqual([]);
  });

  it('does not modify its input', () => {
    const before = appendValues(emptySeries, 1, [1]);
    appendValues(before, 2, [2]);
    expect(before.steps).toEqual([1]);
  });
});
