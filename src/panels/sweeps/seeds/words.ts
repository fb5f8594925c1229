// Text about an experiment that was repeated with other seeds. Pure.
import { t } from '@lingui/core/macro';
import { countText, lossText, significantText } from '../../../core/number-text';
import type { Spread, Verdict } from '../../../core/run/spread/spread';

export const seedTexts = {
  mean: t`Mean ± sd`,
  meanExplanation: t`Mean and sample standard deviation (n − 1) over the seeds`,
  range: t`Range`,
  rangeExplanation: t`The smallest and the largest error: the band in the chart`,
  tooFew: t`Two finished seeds are needed to know how much the seed matters.`,
  rule: t`A difference is more than the spread when other seeds alone would give it less than once in 20 times (Student’s t, 95 %).`,
} as const;

/** `0.0183 ± 0.0004` */
export function meanText({ mean, sd }: Spread): string {
  return sd === null ? lossText(mean) : `${lossText(mean)} ± ${significantText(sd)}`;
}

/** `0.0179 – 0.0190` */
export function rangeText({ min, max }: Spread): string {
  return `${lossText(min)} – ${lossText(max)}`;
}

/**
 * `PCA (0.0252) is higher by 0.0069, more than the spread (0.0005).`
 * @param value of what is compared with the seeds
 */
export function verdictText(name: string, value: number, { difference, margin, isWithin }: Verdict): string {
  const size = significantText(Math.abs(difference));
  const limit = significantText(margin);
  const error = lossText(value);
  if (isWithin) return t`${name} (${error}): a difference of ${size} is within the spread (${limit}).`;
  return difference > 0
    ? t`${name} (${error}) is higher by ${size}, more than the spread (${limit}).`
    : t`${name} (${error}) is lower by ${size}, more than the spread (${limit}).`;
}

/** A run that has been trained for another number of steps cannot be compared. */
export function otherStepsText(step: number, steps: number): string {
  return t`The run in Train is at step ${{ step: countText(step) }}: train it to step ${{ steps: countText(steps) }} to compare it.`;
}

/** @param steps of the other experiment */
export function otherLengthText(name: string, steps: number): string {
  return t`${name} was trained for ${{ steps: countText(steps) }} steps, so it cannot be compared.`;
}
