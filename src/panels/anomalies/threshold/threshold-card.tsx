// The scores of the test set as a histogram, and the threshold above which a sample is flagged: dragged on the histogram or on the
// slider under it, typed, or a percentile of held-out normal samples. What follows from it stands beside it.
import { t } from '@lingui/core/macro';
import { useMemo } from 'react';
import { useAnomalies, useAnomalyActions } from '../../../session/hooks/anomalies/use-anomalies';
import { ScoreHistogram, type ScoreGroup } from '../../../ui/chart/histogram/score-histogram';
import { StaticLegend } from '../../../ui/chart/legend/chart-legend';
import { Card } from '../../../ui/controls/card/card';
import { Slider } from '../../../ui/controls/slider/slider';
import { valueAt } from '../../../ui/controls/slider/slider-scale';
import { Placeholder } from '../../../ui/placeholder/placeholder';
import type { AnomaliesState } from '../../../session/anomalies/anomaly-state';
import { scoreText, scoreWords } from '../words';
import { candidateLabel } from '../candidate/words';
import { histogramGroups } from './histogram-groups';
import { RatesTable } from './rates-table';
import { ThresholdSource } from './threshold-source';
import styles from './threshold-card.module.css';
import { thresholdTrack } from './threshold-track';
import { histogramText, thresholdExplanation } from './words';

export function ThresholdCard() {
  const histogram = useAnomalies((state) => state.histogram);
  const score = useAnomalies((state) => state.network?.kind ?? state.score);
  const groups = useMemo(() => histogramGroups(histogram), [histogram]);
  return (
    <Card
      title={t`Scores and threshold`}
      explanation={t`How the scores of the test samples are distributed, and which of them the threshold flags.`}
      term="threshold"
      subtitle={
        <div className={styles.subtitle}>
          <span>{scoreWords[score].label}</span>
          <StaticLegend series={groups.map(legendOf)} />
        </div>
      }
    >
      {histogram === null ? (
        <div className={styles.empty}>
          <Placeholder>{t`The scores of the test set appear here.`}</Placeholder>
        </div>
      ) : (
        <div className={styles.panel}>
          <div className={styles.plot}>
            <Plot histogram={histogram} groups={groups} />
            <ThresholdSource />
          </div>
          <RatesTable />
        </div>
      )}
    </Card>
  );
}

function legendOf({ id, label, colour, look }: ScoreGroup) {
  return look === 'line'
    ? { id, label, colour, dash: '3 2' }
    : { id, label, colour, width: 6, style: 'line' as const };
}

interface PlotProps {
  histogram: NonNullable<AnomaliesState['histogram']>;
  groups: readonly ScoreGroup[];
}

function Plot({ histogram, groups }: PlotProps) {
  const { setThreshold } = useAnomalyActions();
  const threshold = useAnomalies((state) => state.threshold);
  const candidate = useAnomalies((state) => state.candidate);
  const track = thresholdTrack(histogram);
  const mark =
    candidate === null || candidate.score === null
      ? null
      : { label: candidateLabel(candidate.origin), value: candidate.score };
  return (
    <>
      <div className={styles.histogram}>
        <ScoreHistogram
          label={histogramText(histogram, threshold)}
          groups={groups}
          from={track.min}
          to={track.max}
          mark={mark}
          threshold={threshold}
          thresholdAt={(place) => valueAt(track, place)}
          onThreshold={setThreshold}
        />
      </div>
      <Slider
        label={t`Threshold`}
        value={threshold ?? track.max}
        min={track.min}
        max={track.max}
        step={track.step}
        format={scoreText}
        explanation={thresholdExplanation}
        onChange={setThreshold}
      />
    </>
  );
}
