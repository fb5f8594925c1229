// The curves of a run on paper: without a pointer to read them by, so their names stand in a legend.
import { useMemo } from 'react';
import type { MetricSeries } from '../../core/run/metric-series';
import type { RunRecord } from '../../session/runs/run';
import { LazyLossChart } from '../../ui/chart/loss/lazy-loss-chart';
import type { ChartSeries } from '../../ui/chart/series';
import styles from './results-sheet.module.css';
import { texts } from './words';

const none: readonly never[] = [];

export function SheetCurves({ record: { curves, facts, experiment, marks } }: { record: RunRecord }) {
  const series = useMemo(
    () => [
      curveOf('train', curves.train, { colour: 'var(--accent-pale)', width: 1 }),
      curveOf('test', curves.testSubset, { colour: 'var(--accent)', width: 2 }),
      ...(curves.validation.steps.length > 0
        ? [curveOf('validation', curves.validation, { colour: 'var(--ink)', width: 1, dash: '6 3' })]
        : []),
    ],
    [curves],
  );
  const isSteady = !marks.some((mark) => mark.kind === 'changed' && 'batchSize' in mark.patch);
  return (
    <section>
      <h4>{texts.curves}</h4>
      <p className={styles.legend}>
        {series.map(({ id, label, colour }) => (
          <span key={id}>
            <i style={{ background: colour }} />
            <span>{label}</span>
          </span>
        ))}
      </p>
      <div className={styles.chart}>
        <LazyLossChart
          label={texts.curves}
          series={series}
          marks={none}
          scale="log"
          referenceLines={none}
          epochLength={facts && isSteady ? Math.ceil(facts.trainCount / experiment.batchSize) : undefined}
        />
      </div>
    </section>
  );
}

function curveOf(
  id: string,
  { steps, means }: MetricSeries,
  look: Pick<ChartSeries, 'colour' | 'width'> & { dash?: string },
): ChartSeries {
  return { id, label: id, ...look, x: steps, y: means };
}
