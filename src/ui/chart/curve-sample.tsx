// A short piece of a curve as it is drawn, to stand beside its name.
import type { ChartSeries } from './chart-frame';
import styles from './loss-chart.module.css';

export type CurveLook = Pick<ChartSeries, 'colour' | 'width' | 'style' | 'dash'>;

const width = 20;
const height = 8;

export function CurveSample({ colour, width: lineWidth = 1.5, style, dash }: CurveLook) {
  const middle = height / 2;
  return (
    <svg className={styles.sample} width={style === 'dots' ? 8 : width} height={height} aria-hidden="true">
      {style === 'dots' ? (
        <circle cx={4} cy={middle} r={3} fill={colour} />
      ) : (
        <line
          x2={width}
          y1={middle}
          y2={middle}
          stroke={colour}
          strokeWidth={lineWidth + 0.5}
          strokeDasharray={dash}
        />
      )}
    </svg>
  );
}
