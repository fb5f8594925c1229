import { describe, expect, it } from 'vitest';
import { mosaicOf } from './paint-layer';

describe('the mosaic of a layer', () => {
  it('has every number of feature maps once, and a gap between two maps', () => {
    const { wide, tall, places } = mosaicOf([3, 2, 5], { width: 90, height: 60 });
    const shown = [...places].filter((place) => place >= 0);
    expect(shown.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at));
    expect(places).toHaveLength(wide * tall);
    // The first map stands top left: its first row is the numbers 0 and 5, as maps come last; then the gap.
    expect([...places.subarray(0, 3)]).toEqual([0, 5, -1]);
  });

  it('has the filters of a signal as rows over time', () => {
    const { wide, tall, places } = mosaicOf([4, 1, 3], { width: 90, height: 60 });
    expect([wide, tall]).toEqual([4, 3]);
    expect([...places]).toEqual([0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11]);
  });
});
