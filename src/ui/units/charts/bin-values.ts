// A histogram's bins.

export interface Bins {
  /** Left edge of the first bin. */
  readonly from: number;
  /** Right edge of the last. */
  readonly to: number;
  readonly counts: readonly number[];
}

/** The next 1, 1.5, 2, 3, 5 or 7 x 10^k that is not below `value` (positive). */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.5, 2, 3, 5, 7].find((factor) => factor * power >= value) ?? 10) * power;
}

/**
 * `count` bins of equal width from 0, or from below it where there are negative values, to a round number that holds all
 * values and `atLeast`. What is not a number is left out.
 */
export function binValues(values: ArrayLike<number>, count: number, atLeast: number): Bins {
  const finite = Array.from(values).filter(Number.isFinite);
  const least = finite.reduce((a, b) => Math.min(a, b), 0);
  const most = finite.reduce((a, b) => Math.max(a, b), Math.max(atLeast, 0));
  const from = least < 0 ? -roundUp(-least) : 0;
  const to = most > 0 ? roundUp(most) : from < 0 ? 0 : 1;
  const counts = new Array<number>(count).fill(0);
  for (const value of finite) {
    const bin = Math.min(count - 1, Math.floor(((value - from) / (to - from)) * count));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { from, to, counts };
}
