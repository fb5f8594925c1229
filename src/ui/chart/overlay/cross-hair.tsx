// The cross-hair at the measured place nearest to the pointer, a dot on every curve, and the values there.
import { t } from '@lingui/core/macro';
import { readingText } from '../../../core/number-text';
import styles from '../chart.module.css';
import type { ChartFrame } from '../chart-frame';
import { CurveSample } from '../legend/curve-sample';
import { isDrawable, readAt } from '../series';
import type { ChartMark, ChartSeries } from '../series';

/** How places on the x axis read. */
export interface PlaceWords {
  /** Head of the read-out: `step 500 · epoch 5.00`. */
  readonly head: (x: number) => string;
  /** Beside a series that was measured elsewhere: `at 1,000`. */
  readonly short: (x: number) => string;
  /** In the text alternative: `0.02 at step 1000`. */
  readonly described: (x: number) => string;
}

interface CrossHairProps {
  series: readonly ChartSeries[];
  marks: readonly ChartMark[];
  frame: ChartFrame;
  /** Place under the pointer, not yet snapped to a point. */
  x: number;
  words: PlaceWords;
}

function isInside(value: number, { yAxis: { domain } }: ChartFrame): boolean {
  return value >= domain[0] && value <= domain[1];
}

export function CrossHair({ series, marks, frame, x: place, words }: CrossHairProps) {
  const found = readAt(series, place);
  if (!found) return null;
  const { size, margins, yAxis } = frame;
  const x = frame.toPixelX(found.x);
  const isRight = x > size.width / 2;
  const near = marks.filter((mark) => Math.abs(frame.toPixelX(mark.x) - x) < 6);
  return (
    <>
      <svg className={styles.crossHair} width={size.width} height={size.height} aria-hidden="true">
        <line x1={x} x2={x} y1={margins.top} y2={size.height - margins.bottom} />
        {found.readings
          .filter(({ value }) => isDrawable(value, yAxis.scale) && isInside(value, frame))
          .map(({ series: one, x: at, value }) => (
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
        style={isRight ? { right: size.width - x + 10 } : { left: x + 10 }}
      >
        <div className={styles.readOutHead}>{words.head(found.x)}</div>
        {found.readings.map(({ series: one, x: at, value }) => (
          <div key={one.id} className={styles.reading} data-series={one.id} data-value={value}>
            <CurveSample {...one} />
            <span className={styles.readingName}>{one.label}</span>
            {at !== found.x && (
              <span className={styles.readingPlace}>{t`at ${{ at: words.short(at) }}`}</span>
            )}
            <span className={styles.readingValue}>{readingText(value)}</span>
          </div>
        ))}
        {near.map((mark) => (
          <div key={`${mark.x} ${mark.label}`} className={styles.readingMark}>
            {mark.label}
          </div>
        ))}
      </div>
    </>
  );
}
