// A dot on a curve that shows its value when it is hovered or focused.
import type { ChartSeries } from '../series';
import styles from '../chart.module.css';

export interface ShownPoint {
  readonly key: string;
  readonly label: string;
  readonly words: string;
  /** In pixels of the chart. */
  readonly x: number;
  readonly y: number;
}

/** Takes the point to show, given the one shown before. */
export type ShowPoint = (next: (shown: ShownPoint | null) => ShownPoint | null) => void;

interface ReadablePointProps {
  series: ChartSeries;
  pixel: { readonly x: number; readonly y: number };
  value: { readonly x: number; readonly y: number };
  words: string;
  onShow: ShowPoint | undefined;
}

export function ReadablePoint({ series, pixel, value, words, onShow }: ReadablePointProps) {
  const key = `${series.id} ${value.x}`;
  const show = () => onShow?.(() => ({ key, label: series.label, words, ...pixel }));
  const hide = () => onShow?.((shown) => (shown?.key === key ? null : shown));
  const place = { cx: pixel.x, cy: pixel.y };
  return (
    <g>
      <circle {...place} r={4} fill={series.colour} stroke="var(--surface)" strokeWidth={1.5} />
      <circle
        {...place}
        r={12}
        fill="transparent"
        tabIndex={0}
        role="img"
        aria-label={`${series.label}, ${words}`}
        data-x={value.x}
        data-y={value.y}
        className={styles.target}
        onPointerEnter={show}
        onPointerLeave={hide}
        onFocus={show}
        onBlur={hide}
      />
    </g>
  );
}

export function PointReadOut({
  point,
  size,
}: {
  point: ShownPoint;
  size: { readonly width: number; readonly height: number };
}) {
  const { label, words, x, y } = point;
  return (
    <div
      role="tooltip"
      className={styles.pointReadOut}
      style={{
        ...(x > size.width / 2 ? { right: size.width - x + 12 } : { left: x + 12 }),
        ...(y > size.height / 2 ? { bottom: size.height - y + 8 } : { top: y + 8 }),
      }}
    >
      <b>{label}</b>
      <div>{words}</div>
    </div>
  );
}
