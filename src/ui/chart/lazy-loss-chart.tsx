// The chart with its library in a chunk of its own; the place is kept while it loads.
import { lazy, Suspense } from 'react';
import type { LossChartProps } from './loss-chart';
import styles from './loss-chart.module.css';

const Chart = lazy(() => import('./loss-chart').then((module) => ({ default: module.LossChart })));

export function LazyLossChart(props: LossChartProps) {
  return (
    <Suspense fallback={<div className={styles.chart} />}>
      <Chart {...props} />
    </Suspense>
  );
}
