// Mean and spread of a number over runs that differ in their seed only, and whether a difference is larger than that spread: Student's t
// at 95 % (Student 1908), for two groups without equal variances in Welch's form (Welch 1947). It takes the numbers of different seeds to
// be independent and roughly normal; with few seeds the margin is wide, as it should be (three seeds: 5 standard deviations for one more run).

export interface Spread {
  readonly count: number;
  readonly mean: number;
  /** Sample standard deviation (n - 1); null for fewer than two numbers. */
  readonly sd: number | null;
  readonly min: number;
  readonly max: number;
}

/** Null for no numbers at all. */
export function spreadOf(values: readonly number[]): Spread | null {
  const count = values.length;
  if (count === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const sd = count < 2 ? null : Math.sqrt(squares / (count - 1));
  return { count, mean, sd, min: Math.min(...values), max: Math.max(...values) };
}

export interface Verdict {
  /** The second minus the first: of numbers, or of the means of groups. */
  readonly difference: number;
  /** A difference of up to this, in either direction, is within the spread. */
  readonly margin: number;
  readonly isWithin: boolean;
}

/**
 * Whether two experiments differ by more than their seeds do. Each is given by the same number of each of its runs.
 * - Two groups: the margin is that of Welch's test of their means.
 * - One run and a group: that of the prediction interval for one more run of the group.
 * @returns null where neither has at least two runs: nothing is known of the spread then
 */
export function compareRuns(first: readonly number[], second: readonly number[]): Verdict | null {
  const [a, b] = [spreadOf(first), spreadOf(second)];
  if (a === null || b === null) return null;
  const difference = b.mean - a.mean;
  if (a.sd !== null && b.sd !== null) {
    const [ofA, ofB] = [a.sd ** 2 / a.count, b.sd ** 2 / b.count];
    const both = ofA + ofB;
    const freedom = both === 0 ? 1 : both ** 2 / (ofA ** 2 / (a.count - 1) + ofB ** 2 / (b.count - 1));
    return verdict(difference, studentT(freedom) * Math.sqrt(both));
  }
  const group = a.sd === null ? b : a;
  if (group.sd === null) return null;
  return verdict(difference, studentT(group.count - 1) * group.sd * Math.sqrt(1 + 1 / group.count));
}

/**
 * Whether the mean of a group differs by more than the spread from a number that has no seed, such as the error of PCA: the margin is
 * half the 95 % confidence interval of the mean.
 * @returns null for fewer than two runs
 */
export function compareWithFixed(runs: readonly number[], fixed: number): Verdict | null {
  const group = spreadOf(runs);
  if (group === null || group.sd === null) return null;
  return verdict(fixed - group.mean, (studentT(group.count - 1) * group.sd) / Math.sqrt(group.count));
}

function verdict(difference: number, margin: number): Verdict {
  return { difference, margin, isWithin: Math.abs(difference) <= margin };
}

/** The 97.5 % quantile of Student's t for 1, 2, … degrees of freedom. */
const quantiles = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086,
] as const;

/** Fractional degrees of freedom are rounded down, and more than 20 count as 20: the margin is never too narrow. */
function studentT(freedom: number): number {
  const row = Math.min(quantiles.length, Math.max(1, Math.floor(freedom + 1e-9)));
  return quantiles[row - 1] ?? quantiles[0];
}
