// The loss chart: curves by recharts, everything that follows the pointer on top. Data arrives thinned (some 600 points a
// series) and up to four times a second; nothing is animated.
import { useMemo, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useElementSize } from '../element-size';
import type { AxisScale } from './axis-ticks';
import { formatReading } from './axis-ticks';
import { chartFrame, margins, nearestIndex } from './chart-frame';
import type { ChartMark, ChartSeries, ReferenceValue } from './chart-frame';
import { Hover, Marks, ReferenceNames } from './chart-overlay';
import { Curves } from './curves';
import styles from './loss-chart.module.css';

export type { ChartMark, ChartSeries, ReferenceValue } from './chart-frame';

export interface LossChartProps {
  /** Keep a series' object the same while its data is the same: that is what spares the drawing. */
  series: readonly ChartSeries[];
  /** Vertical lines where the experiment was changed, ascending. */
  marks: readonly ChartMark[];
  scale: AxisScale;
  /** What the x axis counts until an epoch has passed. */
  xLabel?: string | undefined;
  /** Steps in one epoch; the axis shows epochs once more than one has passed. */
  epochLength?: number | undefined;
  /** Horizontal dashed lines: what simpler methods reach. */
  referenceLines: readonly ReferenceValue[];
  /** What stands where nothing can be drawn. */
  emptyText?: string | undefined;
  /** First words of the text alternative. */
  label?: string | undefined;
}

/** One sentence for people who cannot see the curves. */
function summarise(
  label: string,
  series: readonly ChartSeries[],
  references: readonly ReferenceValue[],
): string {
  const parts = series.flatMap(({ label: name, y, x }) => {
    const first = y[0];
    const last = y[y.length - 1];
    if (first === undefined || last === undefined) return [];
    return [
      `${name} ${formatReading(first)} at first, ${formatReading(last)} at step ${Math.round(x[x.length - 1] ?? 0)}`,
    ];
  });
  if (parts.length === 0) return `${label}: nothing to show yet`;
  const baselines = references.map((reference) => `${reference.label} ${formatReading(reference.y)}`);
  return `${label}: ${[...parts, ...baselines].join('; ')}`;
}

export function LossChart(props: LossChartProps) {
  const { series, marks, scale, xLabel = 'step', epochLength, referenceLines, label = 'Loss curves' } = props;
  const { emptyText = 'Press Train to draw the curves' } = props;
  const [ref, size] = useElementSize({ width: 480, height: 220 });
  const [hovered, setHovered] = useState<number | null>(null);
  const drawn = useMemo(() => series.filter((one) => one.x.length > 0), [series]);
  const frame = useMemo(
    () => chartFrame(drawn, referenceLines, { scale, size, epochLength, xLabel }),
    [drawn, referenceLines, scale, size, epochLength, xLabel],
  );

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    if (!frame) return;
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setHovered(x < margins.left - 8 ? null : frame.toStep(x));
  }

  function onKeyDown(event: KeyboardEvent) {
    const direction = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    const [longest] = [...drawn].sort((a, b) => b.x.length - a.x.length);
    if (event.key === 'Escape') setHovered(null);
    if (direction === 0 || !longest) return;
    event.preventDefault();
    const last = longest.x.length - 1;
    const index = hovered === null ? last : nearestIndex(longest.x, hovered) + direction;
    setHovered(longest.x[Math.min(last, Math.max(0, index))] ?? null);
  }

  return (
    <div
      ref={ref}
      className={styles.chart}
      role="img"
      aria-label={summarise(label, drawn, referenceLines)}
      tabIndex={0}
      onPointerMove={onPointerMove}
      onPointerDown={onPointerMove}
      onPointerLeave={() => setHovered(null)}
      onBlur={() => setHovered(null)}
      onKeyDown={onKeyDown}
    >
      {frame ? (
        <>
          <div aria-hidden="true">
            <Curves series={drawn} references={referenceLines} frame={frame} scale={scale} size={size} />
          </div>
          <Marks marks={marks} frame={frame} size={size} />
          <ReferenceNames references={referenceLines} frame={frame} size={size} scale={scale} />
          {hovered !== null && (
            <Hover {...{ series: drawn, marks, frame, scale, size, xLabel }} step={hovered} />
          )}
        </>
      ) : (
        <p className={styles.empty}>{emptyText}</p>
      )}
    </div>
  );
}
