import { describe, expect, it } from 'vitest';
import { durationText, stepsPerSecond, windowMs, withMoment, type Pace } from './comparison-pace';

const after = (moments: readonly (readonly [number, number])[]): Pace =>
  moments.reduce<Pace>((pace, [atMs, steps]) => withMoment(pace, atMs, steps), []);

describe('the pace', () => {
  it('is nothing until a second has been measured', () => {
    expect(stepsPerSecond([])).toBeNull();
    expect(
      stepsPerSecond(
        after([
          [0, 0],
          [900, 90],
        ]),
      ),
    ).toBeNull();
    expect(
      stepsPerSecond(
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
    expect(stepsPerSecond(after(slowThenFast))).toBe(40);
  });

  it('is right and small when moments come in hundreds', () => {
    const pace = after(Array.from({ length: 1000 }, (_, i) => [10 * i, i] as const));
    expect(stepsPerSecond(pace)).toBe(100);
    expect(pace.length).toBeLessThan(windowMs / 250 + 3);
  });

  it('says nothing while nothing moves', () => {
    expect(
      stepsPerSecond(
        after([
          [0, 5],
          [3000, 5],
        ]),
      ),
    ).toBeNull();
  });
});

describe('a duration', () => {
  it('reads as an estimate', () => {
    expect([0.2, 7.4, 33, 60, 61, 128, 290, 301, 3600].map(durationText)).toEqual([
      '1 s',
      '8 s',
      '35 s',
      '1 min',
      '1 min 5 s',
      '2 min 10 s',
      '4 min 50 s',
      '5 min',
      '60 min',
    ]);
  });
});
