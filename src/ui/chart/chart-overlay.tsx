// What lies over the curves: names of the baselines, marks of changes, the cross-hair and its read-out.
import type { ElementSize } from '../element-size';
import { formatReading } from './axis-ticks';
import type { AxisScale } from './axis-ticks';
import { isDrawable, margins, readAt } from './chart-frame';
import type { ChartFrame, ChartMark, ChartSeries, ReferenceValue } from './chart-frame';
import { CurveSample } from './curve-sample';
import styles from './loss-chart.module.css';

interface LayerProps {
  frame: ChartFrame;
  size: ElementSize;
}

/** Names each baseline at its right end; one that would sit on the name above goes under its line. */
export function ReferenceNames({
  references,
  frame,
  scale,
}: LayerProps & { references: readonly ReferenceValue[]; scale: AxisScale }) {
  const placed = references
    .filter((reference) => isDrawable(reference.y, scale))
    .map((reference) => ({ reference, y: frame.toPixelY(reference.y) }))
    .sort((a, b) => a.y - b.y);
  return placed.map(({ reference, y }, index) => {
    const above = placed[index - 1];
    const below = (above !== undefined && y - above.y < 16) || y < margins.top + 4;
    return (
      <span
        key={reference.label}
        className={styles.referenceName}
        style={{ top: below ? y + 2 : y - 16, right: margins.right + 2 }}
      >
        {reference.label}
      </span>
    );
  });
}

/** A thin line where something was changed. Its words are shown where there is room, and in the read-out on hover. */
export function Marks({ marks, frame, size }: LayerProps & { marks: readonly ChartMark[] }) {
  let taken = -Infinity;
  return marks.map((mark, index) => {
    const x = frame.toPixelX(mark.step);
    const next = marks[index + 1];
    const width = mark.label.length * 5.6 + 8;
    const end = Math.min(size.width, next === undefined ? Infinity : frame.toPixelX(next.step));
    const fits = x >= taken && x + width < end;
    if (fits) taken = x + width;
    return (
      <div
        key={`${mark.step} ${mark.label}`}
        className={styles.mark}
        style={{ left: x, top: margins.top - 6, height: size.height - margins.top - margins.bottom + 6 }}
      >
        {fits && <span className={styles.markName}>{mark.label}</span>}
      </div>
    );
  });
}

function isInside(value: number, { yAxis: { domain } }: ChartFrame): boolean {
  return value >= domain[0] && value <= domain[1];
}

interface HoverProps extends LayerProps {
  series: readonly ChartSeries[];
  marks: readonly ChartMark[];
  scale: AxisScale;
  /** Step under the pointer, not yet snapped to a point. */
  step: number;
  xLabel: string;
}

/** The cross-hair at the nearest measured step, a dot on every curve, and the values there. */
export function Hover({ series, marks, frame, scale, size, step, xLabel }: HoverProps) {
  const found = readAt(series, step);
  if (!found) return null;
  const x = frame.toPixelX(found.step);
  const onLeft = x > size.width / 2;
  const near = marks.filter((mark) => Math.abs(frame.toPixelX(mark.step) - x) < 6);
  return (
    <>
      <svg className={styles.crossHair} width={size.width} height={size.height} aria-hidden="true">
        <line x1={x} x2={x} y1={margins.top} y2={size.height - margins.bottom} />
        {found.readings
          .filter((reading) => isDrawable(reading.value, scale) && isInside(reading.value, frame))
          .map(({ series: one, step: at, value }) => (
            <circle
              key={one.id}
              cx={frame.toPixelX(at)}
              cy={frame.toPixelY(value)}
              r={3.5}
              fill={one.colour}
            />
          ))}
      </svg>
      <div
        className={styles.readOut}
        role="tooltip"
        style={onLeft ? { right: size.width - x + 10 } : { left: x + 10 }}
      >
        <div className={styles.readOutHead}>
          {xLabel} {Math.round(found.step).toLocaleString('en')}
          {frame.unit > 1 && <span> · epoch {(found.step / frame.unit).toFixed(2)}</span>}
        </div>
        {found.readings.map(({ series: one, step: at, value }) => (
          <div key={one.id} className={styles.reading} data-series={one.id} data-value={value}>
            <CurveSample {...one} />
            <span className={styles.readingName}>{one.label}</span>
            {at !== found.step && (
              <span className={styles.readingStep}>at {Math.round(at).toLocaleString('en')}</span>
            )}
            <span className={styles.readingValue}>{formatReading(value)}</span>
          </div>
        ))}
        {near.map((mark) => (
          <div key={`${mark.step} ${mark.label}`} className={styles.readingMark}>
            {mark.label}
          </div>
        ))}
      </div>
    </>
  );
}
