import { describe, expect, it } from 'vitest';
import { compareRuns, compareWithFixed, spreadOf } from './spread';

describe('mean and spread over seeds', () => {
  it('have the sample standard deviation, over n - 1', () => {
    expect(spreadOf([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({
      ...{ count: 8, mean: 5, min: 2, max: 9 },
      sd: Math.sqrt(32 / 7),
    });
  });

  it('of one run have no standard deviation, and of none there is nothing', () => {
    expect(spreadOf([3])).toEqual({ count: 1, mean: 3, sd: null, min: 3, max: 3 });
    expect(spreadOf([])).toBeNull();
  });
});

describe('a difference between experiments', () => {
  it('is that of Welch’s test for two groups', () => {
    const verdict = compareRuns([20, 22, 24], [21, 25, 29, 33]);
    expect(verdict?.difference).toBe(5);
    const standardError = Math.sqrt(4 / 3 + 80 / 3 / 4);
    // Welch and Satterthwaite: 8^2 / ((4/3)^2 / 2 + (20/3)^2 / 3) = 4.08, four degrees of freedom
    expect(verdict?.margin).toBeCloseTo(2.776 * standardError, 9);
    expect(verdict?.isWithin).toBe(true);
    expect(compareRuns([20, 22, 24], [41, 45, 49, 53])?.isWithin).toBe(false);
  });

  it('of one run and a group is that of one more run: three seeds allow for five standard deviations', () => {
    expect(compareRuns([1, 2, 3], [6.96])).toMatchObject({ isWithin: true });
    expect(compareRuns([1, 2, 3], [6.97])).toMatchObject({ isWithin: false });
    expect(compareRuns([6.97], [1, 2, 3])?.difference).toBeCloseTo(-4.97);
  });

  it('is unknown where neither has been repeated', () => {
    expect(compareRuns([1], [2])).toBeNull();
    expect(compareRuns([], [1, 2])).toBeNull();
  });

  it('is larger than a spread of nothing, unless there is none', () => {
    expect(compareRuns([1, 1, 1], [1.1])?.isWithin).toBe(false);
    expect(compareRuns([1, 1, 1], [1, 1])?.isWithin).toBe(true);
  });

  it('from a number without a seed is that of the confidence interval of the mean', () => {
    // sd 1, n = 3: 4.303 / sqrt(3) = 2.484
    expect(compareWithFixed([1, 2, 3], 4.48)?.isWithin).toBe(true);
    expect(compareWithFixed([1, 2, 3], 4.49)?.isWithin).toBe(false);
    expect(compareWithFixed([1], 4)).toBeNull();
  });
});

it('about one in twenty groups of seeds of the same experiment differs from another by more than the spread', () => {
  // A small linear congruential generator and Box and Muller's normal numbers.
  let state = 12345;
  const uniform = () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
  const normal = () => Math.sqrt(-2 * Math.log(uniform() || 1e-9)) * Math.cos(2 * Math.PI * uniform());
  const group = (count: number) => Array.from({ length: count }, normal);
  const tries = 4000;
  const share = (differs: () => boolean) =>
    Array.from({ length: tries }, differs).filter(Boolean).length / tries;
  const ofRun = share(() => compareRuns(group(5), group(1))?.isWithin === false);
  const ofGroups = share(() => compareRuns(group(5), group(5))?.isWithin === false);
  expect(ofRun).toBeGreaterThan(0.03);
  expect(ofRun).toBeLessThan(0.07);
  expect(ofGroups).toBeGreaterThan(0.02);
  expect(ofGroups).toBeLessThan(0.06);
});
