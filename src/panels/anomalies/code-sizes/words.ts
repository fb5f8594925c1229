// What the curve over the code size says. Pure.
import { plural, t } from '@lingui/core/macro';
import { countText, fixedText } from '../../../core/number-text';
import type { CodeSizePoint } from '../../../session/anomalies/anomaly-state';

/** Which size detects best, and what the largest does. @param points that have been trained, at least one */
export function bestSizeText(points: readonly CodeSizePoint[]): string {
  const [best] = [...points].sort((a, b) => (b.network ?? 0) - (a.network ?? 0));
  const largest = points.at(-1);
  if (best?.network == null || largest?.network == null) return '';
  const sentence = t`Best so far: ${{ numbers: numbers(best.codeSize) }} (${{ network: fixedText(best.network, 3) }}).`;
  return largest.codeSize > best.codeSize
    ? `${sentence} ${t`With ${{ codeSize: countText(largest.codeSize) }} it is ${{ network: fixedText(largest.network, 3) }}: a larger code rebuilds anomalies too.`}`
    : sentence;
}

function numbers(count: number): string {
  return plural(count, { one: '# number', other: '# numbers' });
}
