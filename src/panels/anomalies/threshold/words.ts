// What the histogram and the threshold say. Pure.
import type { Histogram } from '../../../core/anomaly/curves/detection';
import { countText, percentText, significantText } from '../../../core/number-text';
import { scoreText } from '../words';

export const thresholdExplanation =
  'A sample that scores above this is flagged. Drag it here or on the histogram; arrow keys move it too.';

const sum = (counts: Uint32Array) => counts.reduce((a, b) => a + b, 0);

/** For people who cannot see the histogram. */
export function histogramText({ from, to, normal, anomalous }: Histogram, threshold: number | null): string {
  const line = threshold === null ? 'no threshold' : `threshold ${scoreText(threshold)}`;
  return `Histogram of scores from ${scoreText(from)} to ${scoreText(to)}: ${countText(sum(normal))} normal, ${countText(sum(anomalous))} anomalous, ${line}`;
}

/** `95th`, `99.5th` */
export function percentileText(percentile: number): string {
  const text = significantText(percentile, 4);
  const isTeen = /1[123]$/.test(text);
  const ending =
    isTeen || text.includes('.') ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[text.at(-1) ?? ''] ?? 'th');
  return `${text}${ending} percentile`;
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
    return 'No threshold: no sample is held out to take it from. Type one, or train on normal.';
  if (isChosen)
    return heldOut === 0
      ? 'Set by hand; no sample is held out to take it from.'
      : `Set by hand, in place of the ${percentileText(percentile)} of held-out samples.`;
  // Fewer than one of them would be flagged.
  if (heldOut * (100 - percentile) < 100)
    return `From ${countText(heldOut)} held-out normal ${many}: too few for the ${percentileText(percentile)}, so it is little more than the highest score among them. The test set only reports.`;
  return `From ${countText(heldOut)} held-out normal ${many}: ${percentText((100 - percentile) / 100, percentile > 99 ? 1 : 0)} of those are flagged. The test set only reports.`;
}

/** Where the test set has no sample that is known to be an anomaly. */
export function flaggedAloneText(flagged: number, all: number): string {
  const share = all === 0 ? '' : ` (${percentText(flagged / all, 1)})`;
  return `Of ${countText(all)} test samples${share}. None is known to be an anomaly, so there is no precision or recall.`;
}
