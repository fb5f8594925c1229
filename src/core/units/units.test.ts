import { describe, expect, it } from 'vitest';
import { layerUnits, unitValues, valuesOf } from './layer-units';
import { placeAmong, strongestSamples, tenthsOf } from './tenths';
import { mostActiveFirst, shownUnits, strongestUnits } from './thinning';
import { correlationsWith, mostCorrelated, unitActivity } from './unit-activity';

describe('the units of a layer', () => {
  it('are nodes, or whole maps of images and of signals', () => {
    expect(layerUnits([256])).toEqual({ units: 256, rows: 1, columns: 1 });
    expect(layerUnits([14, 7, 16])).toEqual({ units: 16, rows: 14, columns: 7 });
    expect(layerUnits([64, 1, 8])).toEqual({ units: 8, rows: 64, columns: 1 });
  });

  it('are read out of values that have the unit last, a map by its value furthest from 0', () => {
    const values = Float32Array.of(1, 0, -3, 0.5, 2, 0);
    expect([...valuesOf(values, 2, 0)]).toEqual([1, -3, 2]);
    expect([...unitValues(values, 2)]).toEqual([-3, 0.5]);
    expect([...unitValues(values, 6)]).toEqual([...values]);
  });
});

describe('a wide layer is thinned', () => {
  const values = Float32Array.of(0, 5, -6, 0.1, 3, 0, 4, 2);

  it('to those that do most, in their own order; a narrow one is shown whole', () => {
    expect(mostActiveFirst(values)).toEqual([2, 1, 6, 4, 7, 3, 0, 5]);
    expect(shownUnits(values, 4)).toEqual([1, 2, 4, 6]);
    expect(shownUnits(values, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('so that a unit keeps its place while it is nearly among them, and no longer', () => {
    // 7 is the fifth of a room of four
    expect(shownUnits(values, 4, [1, 2, 6, 7])).toEqual([1, 2, 6, 7]);
    expect(shownUnits(values, 4, [0, 3, 5, 7])).toEqual([1, 2, 6, 7]);
  });

  it('and silent units are no strongest ones', () => {
    expect(strongestUnits(Float32Array.of(0, 0.5, 0, -1), 3)).toEqual([3, 1]);
  });
});

describe('over many samples', () => {
  // three units: one that counts, one that never changes, one against the first
  const values = Float32Array.from({ length: 30 }, (_, at) => {
    const sample = Math.floor(at / 3);
    return at % 3 === 0 ? sample : at % 3 === 1 ? 0 : 9 - sample;
  });

  it('a unit is dead when it is 0 for every one', () => {
    const { activeShare, mean, least, greatest } = unitActivity(values, 3, 0);
    expect(activeShare[0]).toBeCloseTo(0.9, 6);
    expect([activeShare[1], mean[1], least[1], greatest[1]]).toEqual([0, 0, 0, 0]);
    expect([mean[0], least[0], greatest[0]]).toEqual([4.5, 0, 9]);
  });

  it('units correlate as Pearson says, and one that never changes with none', () => {
    const correlations = correlationsWith(values, 3, 0);
    expect(correlations[0]).toBeCloseTo(1, 6);
    expect(correlations[1]).toBeNaN();
    expect(correlations[2]).toBeCloseTo(-1, 6);
    expect(mostCorrelated(correlations, 0, 5)).toEqual({
      alike: [],
      opposed: [{ unit: 2, correlation: correlations[2] }],
    });
    // By hand: x = 0, 1, 2; y = 0, 2, 1 gives covariance 1/3 over variances 2/3 each, so 1/2.
    expect(correlationsWith(Float32Array.of(0, 0, 1, 2, 2, 1), 2, 0)[1]).toBeCloseTo(0.5, 6);
  });

  it('each tenth of the range has its samples, evenly spread, and the strongest come first', () => {
    const activations = Float32Array.from({ length: 101 }, (_, sample) => sample / 10);
    activations[50] = NaN;
    const tenths = tenthsOf(activations, 2);
    expect(tenths).toHaveLength(10);
    expect(tenths[0]).toEqual({ from: 9, to: 10, count: 11, samples: [98, 92] });
    expect(tenths[9]?.count).toBe(10);
    expect(tenths.reduce((sum, { count }) => sum + count, 0)).toBe(100);
    expect(strongestSamples(activations, 3)).toEqual([100, 99, 98]);
    expect(tenthsOf(new Float32Array(4), 2)).toEqual([{ from: 0, to: 0, count: 4, samples: [1, 3] }]);
    expect(tenthsOf(new Float32Array(0), 2)).toEqual([]);
  });

  it('a value has its place among the others', () => {
    expect(placeAmong(Float32Array.of(0, 0, 1, 2), 1)).toBe(0.5);
    expect(placeAmong(Float32Array.of(0, 0, 1, 2), 9)).toBe(1);
  });
});
