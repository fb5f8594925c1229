// What the histogram shows, in the order in which it is drawn. Pure.
import { t } from '@lingui/core/macro';
import type { Histogram } from '../../../core/anomaly/curves/detection';
import type { ScoreGroup } from '../../../ui/chart/histogram/score-histogram';

/** A group without a sample is left out. Where there are no anomalies, nobody knows that the others are normal. */
export function histogramGroups(histogram: Histogram | null): ScoreGroup[] {
  if (histogram === null) return [];
  const { normal, anomalous, validation } = histogram;
  const hasAnomalies = anomalous.some((count) => count > 0);
  const groups: ScoreGroup[] = [
    {
      id: 'anomalous',
      label: t`Anomalous`,
      colour: 'var(--anomaly)',
      look: 'hatched',
      counts: anomalous,
    },
    {
      id: 'normal',
      label: hasAnomalies ? t`Normal` : t`Probably normal`,
      colour: 'var(--normal)',
      look: 'solid',
      counts: normal,
    },
    {
      id: 'validation',
      label: t`Held-out normal`,
      colour: 'var(--muted)',
      look: 'line',
      counts: validation ?? [],
    },
  ];
  return groups.filter(({ counts }) => Array.from(counts).some((count) => count > 0));
}
