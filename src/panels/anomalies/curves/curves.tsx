// How the rates trade off over every threshold: ROC and precision-recall, with the point of the threshold that is set.
import { t } from '@lingui/core/macro';
import { useDeferredValue, useMemo } from 'react';
import type { TermId } from '../../../core/glossary/term-id';
import { useAnomalies } from '../../../session/hooks/anomalies/use-anomalies';
import { useDataset } from '../../../session/hooks/datasets/use-dataset';
import { StaticLegend } from '../../../ui/chart/legend/chart-legend';
import { LazyRatesChart } from '../../../ui/chart/rates/lazy-rates-chart';
import type { RatesCurve, RatesPoint } from '../../../ui/chart/rates/rates-chart';
import { referenceDash } from '../../../ui/chart/series';
import { Card } from '../../../ui/controls/card/card';
import { detectionCurves } from './baseline-curves';
import styles from './curves.module.css';

export function Curves() {
  const detection = useAnomalies((state) => state.detection);
  const scores = useAnomalies(({ baselines }) => baselines.scores);
  const isNormal = useAnomalies((state) => state.isNormal);
  // The line on the histogram follows the pointer first.
  const rates = useDeferredValue(useAnomalies((state) => state.rates));
  const kind = useDataset()?.kind;
  const curves = useMemo(
    () => detectionCurves(detection, scores, isNormal, kind),
    [detection, scores, isNormal, kind],
  );
  const truePositive = rates?.truePositiveRate ?? null;
  const falsePositive = rates?.falsePositiveRate ?? null;
  const precision = rates?.precision ?? null;
  return (
    <div className={styles.curves}>
      <CurveCard
        title={t`ROC`}
        term="roc-curve"
        curves={curves.roc}
        x={falsePositive}
        y={truePositive}
        xTitle={t`False positive rate`}
        yTitle={t`True positive rate`}
        hasLegend
      />
      <CurveCard
        title={t`Precision–recall`}
        term="precision"
        curves={curves.precisionRecall}
        x={truePositive}
        y={precision}
        xTitle={t`Recall`}
        yTitle={t`Precision`}
      />
    </div>
  );
}

interface CurveCardProps {
  title: string;
  term: TermId;
  curves: readonly RatesCurve[];
  /** Of the threshold; null: it has no place here. */
  x: number | null;
  y: number | null;
  xTitle: string;
  yTitle: string;
  /** The curves of the other chart are the same. */
  hasLegend?: boolean;
}

function CurveCard({ title, term, curves, x, y, xTitle, yTitle, hasLegend = false }: CurveCardProps) {
  const point = useMemo(
    (): RatesPoint | null => (x === null || y === null ? null : { label: t`At the threshold`, x, y }),
    [x, y],
  );
  const legend = curves.map(({ id, label, colour, isReference }) => ({
    id,
    label,
    colour,
    ...(isReference ? { dash: referenceDash } : { width: 2 }),
  }));
  return (
    <Card
      title={title}
      term={term}
      subtitle={hasLegend ? <StaticLegend series={legend} /> : curves.length > 0 && t`of the same methods`}
    >
      <div className={styles.chart}>
        <LazyRatesChart
          label={t`${title} curve`}
          {...{ curves, point, xTitle, yTitle }}
          emptyText={t`Drawn once there are normal and anomalous samples`}
        />
      </div>
    </Card>
  );
}
