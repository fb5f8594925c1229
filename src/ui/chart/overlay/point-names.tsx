// Words beside single points of a chart, such as the setting that each was measured with.
import styles from '../chart.module.css';
import type { ChartFrame } from '../chart-frame';

export interface PointName {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: string;
}

export function PointNames({ names, frame }: { names: readonly PointName[]; frame: ChartFrame }) {
  return names.map(({ x, y, text, colour }) => (
    <span
      key={`${text} ${x} ${y}`}
      className={styles.pointName}
      style={{ left: frame.toPixelX(x) + 8, top: frame.toPixelY(y) - 9, color: colour }}
    >
      {text}
    </span>
  ));
}
