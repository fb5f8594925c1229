// A short piece of a curve as it is drawn, to stand beside its name.
import type { ChartSeries } from './chart-frame';
import styles from './loss-chart.module.css';

export type CurveLook = Pick<ChartSeries, 'colour' | 'width' | 'style' | 'dash'>;

const height = 8;

export function CurveSample({ colour, width: lineWidth = 1.5, style, dash }: CurveLook) {
  const middle = height / 2;
  // Of dashes there must be some to see.
  const width = style === 'dots' ? 6 : dash === undefined ? 14 : 20;
  return (
    <svg className={styles.sample} width={width} height={height} aria-hidden="true">
      {style === 'dots' ? (
        <circle cx={3} cy={middle} r={3} fill={colour} />
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
