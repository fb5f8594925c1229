// What is said of repeats of one experiment with other seeds. Pure.
import { t } from '@lingui/core/macro';
import { listText } from '../../../core/language/formats';
import { lossText, significantText } from '../../../core/number-text';
import { runLetter } from '../../../session/archive/run-name';
import type { AgainstBest, RepeatSpread } from '../../../session/run-comparison/repeats';

const lettersOf = (places: readonly number[]) => listText(places.map(runLetter));

/** `A and C differ only in the seed: test MSE 0.0203 ± 0.0004, mean and standard deviation over 2 seeds.` */
export function spreadText({ places, spread: { mean, sd, count } }: RepeatSpread): string {
  return t`${{ runs: lettersOf(places) }} differ only in the seed: test MSE ${{ mean: lossText(mean) }} ± ${{ sd: significantText(sd ?? 0) }}, mean and standard deviation over ${count} seeds.`;
}

/** Whether a difference from the best is more than chance. */
export function verdictText({ best, other, verdict }: AgainstBest): string {
  const { difference, margin, isWithin } = verdict;
  const size = significantText(Math.abs(difference));
  const [first, second, most] = [lettersOf(best), lettersOf(other), significantText(margin)];
  return isWithin
    ? t`${first} against ${second}: the difference of ${size} is within what seeds explain (up to ${most}), so it does not tell which is better.`
    : t`${first} against ${second}: the difference of ${size} is more than seeds explain (up to ${most}).`;
}
