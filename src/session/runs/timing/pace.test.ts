import { describe, expect, it } from 'vitest';
import { noPace, ratePerSecond, rateRange, windowMs, withMoment, type Pace } from './pace';

const after = (moments: readonly (readonly [number, number])[]): Pace =>
  moments.reduce<Pace>((pace, [atMs, steps]) => withMoment(pace, atMs, steps), noPace);

describe('the pace', () => {
  it('is nothing until a second has been measured', () => {
    expect(ratePerSecond(noPace)).toBeNull();
    expect(rateRange(noPace)).toBeNull();
    expect(
      ratePerSecond(
        after([
          [0, 0],
          [900, 90],
        ]),
      ),
    ).toBeNull();
    expect(
      ratePerSecond(
        after([
          [0, 0],
          [1000, 90],
        ]),
      ),
    ).toBe(90);
  });

  it('is that of the last seconds, not of the whole', () => {
    const slowThenFast = Array.from(
      { length: 60 },
      (_, i) => [500 * i, i < 30 ? i : 30 + 20 * (i - 30)] as const,
    );
    expect(ratePerSecond(after(slowThenFast))).toBe(40);
  });

  it('has a range from that of the whole time to that of the last seconds, whichever is larger', () => {
    // 30 moments of half a second at 2 a second, then 30 at 40.
    const slowThenFast = after(
      Array.from({ length: 61 }, (_, i) => [500 * i, i < 30 ? i : 30 + 20 * (i - 30)] as const),
    );
    expect(rateRange(slowThenFast)).toEqual({ slow: 630 / 30, fast: 40 });
  });

  it('is right and small when moments come in hundreds', () => {
    const pace = after(Array.from({ length: 1000 }, (_, i) => [10 * i, i] as const));
    expect(ratePerSecond(pace)).toBe(100);
    expect(pace.recent.length).toBeLessThan(windowMs / 250 + 3);
  });

  it('says nothing while nothing moves', () => {
    expect(
      ratePerSecond(
        after([
          [0, 5],
          [3000, 5],
        ]),
      ),
    ).toBeNull();
  });
});
