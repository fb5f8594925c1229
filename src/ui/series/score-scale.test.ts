import { expect, test } from 'vitest';
import { scoreScale } from './score-scale';

test('even scores stand over 0, with the threshold in view', () => {
  const { share, ticks } = scoreScale({ low: 1, top: 4, isUneven: false }, 8);
  expect(share(0)).toBe(0);
  expect(share(4.2)).toBeCloseTo(0.5, 6);
  expect(share(100)).toBe(1);
  expect(ticks[0]).toBe(0);
});

test('uneven ones have the same height for the same ratio', () => {
  const { share, isLog, ticks } = scoreScale({ low: 0.001, top: 1, isUneven: true }, 0.01);
  expect(isLog).toBe(true);
  expect(share(0.1) - share(0.01)).toBeCloseTo(share(1) - share(0.1), 6);
  expect(share(0)).toBe(0);
  expect(ticks).toEqual([0.001, 0.01, 0.1, 1]);
});

test('what is not a number stays none', () => {
  expect(scoreScale({ low: 0.001, top: 1, isUneven: true }, null).share(NaN)).toBeNaN();
});
