// The chart of a trade-off in a chunk of its own, with its library.
import { t } from '@lingui/core/macro';
import { lazyPart } from '../../boundary/lazy-part';
import type { TradeOffChartProps } from './trade-off-chart';
import styles from '../chart.module.css';

export const LazyTradeOffChart = lazyPart<TradeOffChartProps>({
  name: t`The chart`,
  load: async () => (await import('./trade-off-chart')).TradeOffChart,
  className: styles.chart,
});
