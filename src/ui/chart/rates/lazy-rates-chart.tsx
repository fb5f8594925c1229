// The chart of rates in a chunk of its own, with its library.
import { t } from '@lingui/core/macro';
import { lazyPart } from '../../boundary/lazy-part';
import styles from '../chart.module.css';
import type { RatesChartProps } from './rates-chart';

export const LazyRatesChart = lazyPart<RatesChartProps>({
  name: t`The chart`,
  load: async () => (await import('./rates-chart')).RatesChart,
  className: styles.chart,
});
