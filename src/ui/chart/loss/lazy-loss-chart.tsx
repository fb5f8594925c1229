// The loss chart in a chunk of its own, with its library.
import { t } from '@lingui/core/macro';
import { lazyPart } from '../../boundary/lazy-part';
import type { LossChartProps } from './loss-chart';
import styles from '../chart.module.css';

export const LazyLossChart = lazyPart<LossChartProps>({
  name: t`The chart`,
  load: async () => (await import('./loss-chart')).LossChart,
  waitsForView: true,
  className: styles.chart,
});
