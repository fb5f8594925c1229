// Names of the curves beside a stroke of each, for the subtitle of the chart's card.
import type { ChartSeries } from './chart-frame';
import styles from './loss-chart.module.css';

export function ChartLegend({
  series,
}: {
  series: readonly Pick<ChartSeries, 'id' | 'label' | 'colour' | 'width' | 'style'>[];
}) {
  return (
    <span className={styles.legend}>
      {series.map((one) => (
        <span key={one.id} className={styles.legendEntry}>
          <span
            className={one.style === 'dots' ? styles.dot : styles.stroke}
            style={{
              background: one.colour,
              ...(one.style !== 'dots' && { height: (one.width ?? 1.5) + 0.5 }),
            }}
          />
          {one.label}
        </span>
      ))}
    </span>
  );
}
