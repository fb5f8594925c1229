// What the histogram and the threshold say. Pure.
import { selectOrdinal, t } from '@lingui/core/macro';
import type { Histogram } from '../../../core/anomaly/curves/detection';
import { countText, percentText, significantText } from '../../../core/number-text';
import { scoreText } from '../words';

export const thresholdExplanation = t`A sample that scores above this is flagged. Drag it here or on the histogram; arrow keys move it too.`;

const sum = (counts: Uint32Array) => counts.reduce((a, b) => a + b, 0);

/** For people who cannot see the histogram. */
export function histogramText({ from, to, normal, anomalous }: Histogram, threshold: number | null): string {
  const lowest = scoreText(from);
  const highest = scoreText(to);
  const normalCount = countText(sum(normal));
  const anomalousCount = countText(sum(anomalous));
  return threshold === null
    ? t`Histogram of scores from ${lowest} to ${highest}: ${normalCount} normal, ${anomalousCount} anomalous, no threshold`
    : t`Histogram of scores from ${lowest} to ${highest}: ${normalCount} normal, ${anomalousCount} anomalous, threshold ${{ threshold: scoreText(threshold) }}`;
}

/** `95th`, `99.5th` */
export function percentileText(percentile: number): string {
  const value = Number(significantText(percentile, 4));
  return selectOrdinal(value, {
    one: '#st percentile',
    two: '#nd percentile',
    few: '#rd percentile',
    other: '#th percentile',
  });
}

interface Source {
  readonly isChosen: boolean;
  readonly threshold: number | null;
  readonly percentile: number;
  /** Held-out normal samples; 0: none. */
  readonly heldOut: number;
}

/** Where the threshold comes from. Never from the test set. */
export function sourceText({ isChosen, threshold, percentile, heldOut }: Source, many: string): string {
  if (threshold === null)
    return t`No threshold: no samples are held out to set it. Type one, or press “Train on normal”.`;
  if (isChosen)
    return heldOut === 0
      ? t`Set by hand; no samples are held out to set it otherwise.`
      : t`Set by hand, in place of the ${{ percentile: percentileText(percentile) }} of held-out samples.`;
  // Fewer than one of them would be flagged.
  if (heldOut * (100 - percentile) < 100)
    return t`From ${{ heldOut: countText(heldOut) }} held-out normal ${many}: too few for the ${{ percentile: percentileText(percentile) }}, so it is little more than the highest score among them. The test set is only used to report results.`;
  const share = percentText((100 - percentile) / 100, percentile > 99 ? 1 : 0);
  return t`From ${{ heldOut: countText(heldOut) }} held-out normal ${many}, of which ${share} are flagged. The test set is only used to report results.`;
}

/** Where the test set has no sample that is known to be an anomaly. */
export function flaggedAloneText(flagged: number, all: number): string {
  const count = countText(all);
  return all === 0
    ? t`Of ${count} test samples. None is known to be an anomaly, so there is no precision or recall.`
    : t`Of ${count} test samples (${{ share: percentText(flagged / all, 1) }}). None is known to be an anomaly, so there is no precision or recall.`;
}
