// AUROC against the code size: a larger code rebuilds more, anomalies too. Networks are trained for it beside the main run.
import { t } from '@lingui/core/macro';
import { useMemo } from 'react';
import { countText, percentText, valueText } from '../../../core/number-text';
import { sampleSize } from '../../../core/samples/samples';
import { analysisProgressText } from '../../../session/analysis/words';
import type { CodeSizePoint } from '../../../session/anomalies/anomaly-state';
import { failureText } from '../../../session/engine/notices/words';
import { useDataset, useSampleWords } from '../../../session/hooks/datasets/use-dataset';
import { useAnomalies, useAnomalyActions } from '../../../session/hooks/anomalies/use-anomalies';
import { StaticLegend } from '../../../ui/chart/legend/chart-legend';
import { referenceDash } from '../../../ui/chart/series';
import { LazySweepChart } from '../../../ui/chart/sweep/lazy-sweep-chart';
import type { SweepLine } from '../../../ui/chart/sweep/sweep-chart';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { Notice } from '../../../ui/controls/notice/notice';
import { ProgressTrack } from '../../../ui/controls/progress/progress-track';
import { Placeholder } from '../../../ui/placeholder/placeholder';
import { rateText, scoreWords } from '../words';
import styles from './code-sizes.module.css';
import { bestSizeText } from './words';

/** As far as a sample has as many numbers. */
const sizes = [1, 2, 4, 8, 16, 32, 64];

export function CodeSizes() {
  const words = useSampleWords();
  const { sweepCodeSizes, cancelCodeSizes } = useAnomalyActions();
  const { of, points, progress, failure } = useAnomalies((state) => state.codeSizes);
  const canStart = useAnomalies(({ detection, other }) => detection !== null && other.progress === null);
  const shape = useDataset()?.shape;
  const numbers = shape ? sampleSize(shape) : Infinity;
  const lines = useMemo(() => linesOf(points), [points]);
  const measured = points.filter(({ network }) => network !== null);
  const start = () => sweepCodeSizes(sizes.filter((size) => size < numbers));
  return (
    <Card
      title={t`AUROC by code size`}
      explanation={t`How well anomalies are found by networks with longer and shorter codes: a longer code rebuilds more, anomalies too.`}
      term="auroc"
      subtitle={lines.length > 0 && <StaticLegend series={lines.map(legendOf)} />}
      actions={
        progress === null ? (
          <TextButton
            label={t`Measure code sizes`}
            explanation={t`Trains one network for each size on the normal samples, alongside the run`}
            disabled={!canStart}
            onClick={start}
          >
            {points.length === 0 ? t`Measure` : t`Measure again`}
          </TextButton>
        ) : (
          <TextButton
            label={t`Cancel measuring code sizes`}
            onClick={cancelCodeSizes}
          >{t`Cancel`}</TextButton>
        )
      }
    >
      {progress !== null && (
        <div className={styles.progress}>
          <span>{analysisProgressText(progress, words)}</span>
          <ProgressTrack label={t`Code sizes`} share={progress.share} text={percentText(progress.share)} />
        </div>
      )}
      {failure !== null && (
        <Notice
          kind="error"
          message={t`The code sizes could not be measured.`}
          detail={failureText(failure)}
          action={{ label: t`Retry`, onClick: start }}
        />
      )}
      <div className={styles.chart}>
        {lines.length === 0 ? (
          <Placeholder>{t`A larger code can be worse at finding anomalies: measure to see.`}</Placeholder>
        ) : (
          <LazySweepChart
            label={t`AUROC by code size chart`}
            lines={lines}
            xTitle={t`Code size (numbers in the code)`}
            yTitle="AUROC"
            xScale="log"
            yScale="linear"
            xText={valueText}
            yText={rateText}
          />
        )}
      </div>
      {of !== null && measured.length > 0 && (
        <p className={styles.note}>
          <span>{t`${{ scoreWord: scoreWords[of.score].label }}, ${{ steps: countText(of.steps) }} steps each. ${{ measured: bestSizeText(measured) }}`}</span>
        </p>
      )}
    </Card>
  );
}

function linesOf(points: readonly CodeSizePoint[]): SweepLine[] {
  const line = (of: 'network' | 'pca') =>
    points.flatMap((point) => {
      const y = point[of];
      return y === null ? [] : [{ x: point.codeSize, y }];
    });
  const lines: SweepLine[] = [
    { id: 'pca', label: 'PCA', colour: 'var(--muted)', isReference: true, points: line('pca') },
    { id: 'network', label: t`Network`, colour: 'var(--accent)', points: line('network') },
  ];
  // The axis is that of the sizes that were trained.
  return line('network').length === 0 ? [] : lines.filter((one) => one.points.length > 0);
}

function legendOf({ id, label, colour, isReference }: SweepLine) {
  return { id, label, colour, ...(isReference ? { dash: referenceDash } : { width: 2 }) };
}
