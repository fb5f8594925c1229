// A short sample of a curve as it is drawn, beside its name.
import type { ChartSeries } from '../series';
import styles from './legend.module.css';

export type CurveLook = Pick<ChartSeries, 'colour' | 'width' | 'style' | 'dash'>;

const height = 8;

export function CurveSample({ colour, width: lineWidth = 1.5, style, dash }: CurveLook) {
  const middle = height / 2;
  // Wide enough to show that it is dashed.
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
