// The chart of sweeps in a chunk of its own, with its library.
import { t } from '@lingui/core/macro';
import { lazyPart } from '../../boundary/lazy-part';
import type { SweepChartProps } from './sweep-chart';
import styles from '../chart.module.css';

export const LazySweepChart = lazyPart<SweepChartProps>({
  name: t`The chart`,
  load: async () => (await import('./sweep-chart')).SweepChart,
  className: styles.chart,
});
