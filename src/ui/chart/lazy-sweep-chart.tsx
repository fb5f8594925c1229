// The chart of sweeps with its library in a chunk of its own; the place is kept while it loads.
import { lazy, Suspense } from 'react';
import type { SweepChartProps } from './sweep-chart';
import styles from './sweep-chart.module.css';

const Chart = lazy(() => import('./sweep-chart').then((module) => ({ default: module.SweepChart })));

export function LazySweepChart(props: SweepChartProps) {
  return (
    <Suspense fallback={<div className={styles.chart} />}>
      <Chart {...props} />
    </Suspense>
  );
}
