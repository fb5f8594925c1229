// The chart of sweeps in a chunk of its own, with its library.
import { lazyPart } from '../../boundary/lazy-part';
import type { SweepChartProps } from './sweep-chart';
import styles from '../chart.module.css';

export const LazySweepChart = lazyPart<SweepChartProps>({
  name: 'The chart',
  load: async () => (await import('./sweep-chart')).SweepChart,
  className: styles.chart,
});
