// Curves of one rate against another, both in [0, 1]: ROC and precision-recall. The point of a threshold is a dot on them.
import { useCallback, useMemo } from 'react';
import { fixedText, percentText } from '../../../core/number-text';
import type { ElementSize } from '../../element-size';
import type { Axis } from '../axis-ticks';
import { CrossHairChart } from '../chart';
import { chartFrame } from '../chart-frame';
import type { AxisLook } from '../curves';
import type { PlaceWords } from '../overlay/cross-hair';
import { referenceDash, type ChartSeries } from '../series';

export interface RatesCurve {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  /** A curve to compare with: dashed. */
  readonly isReference: boolean;
  /** Rates in [0, 1], ascending. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** Where a threshold stands. */
export interface RatesPoint {
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

export interface RatesChartProps {
  /** First words of the text alternative. */
  label: string;
  /** Keep the array the same while the curves are. */
  curves: readonly RatesCurve[];
  point: RatesPoint | null;
  xTitle: string;
  yTitle: string;
  emptyText: string;
}

const initialSize = { width: 300, height: 240 };
const margins = { top: 8, right: 26, bottom: 44, left: 64 };
/** A little wider than the rates, so that the point of a threshold is whole at the edge. */
const axis: Axis = { scale: 'linear', domain: [-0.015, 1.025], ticks: [0, 0.25, 0.5, 0.75, 1] };
const none: readonly never[] = [];
const rateText = (rate: number) => fixedText(rate, 3);

export function RatesChart({ label, curves, point, xTitle, yTitle, emptyText }: RatesChartProps) {
  const drawn = useMemo(() => curves.map(seriesOf), [curves]);
  const series = useMemo(() => (point === null ? drawn : [...drawn, dotAt(point)]), [drawn, point]);
  const frameFor = useCallback(
    (size: ElementSize) => (curves.length === 0 ? null : chartFrame(axis, axis, size, margins)),
    [curves.length],
  );
  const xLook = useMemo(() => lookOf(xTitle), [xTitle]);
  const yLook = useMemo(() => lookOf(yTitle), [yTitle]);
  const placeWords = useMemo((): PlaceWords => {
    const name = xTitle.toLowerCase();
    return {
      head: (x) => `${name} ${rateText(x)}`,
      short: rateText,
      described: (x) => `${name} ${rateText(x)}`,
    };
  }, [xTitle]);
  return (
    <CrossHairChart
      {...{ label, series, frameFor, xLook, yLook, initialSize, placeWords, emptyText }}
      marks={none}
      references={none}
    />
  );
}

function seriesOf({ id, label, colour, isReference, x, y }: RatesCurve): ChartSeries {
  return {
    id,
    label,
    colour,
    x,
    y,
    ...(isReference ? { width: 1.25, dash: referenceDash } : { width: 2 }),
  };
}

/** The colour of the line that the threshold is on the histogram. */
function dotAt({ label, x, y }: RatesPoint): ChartSeries {
  return { id: 'point', label, colour: 'var(--ink)', style: 'dots', width: 5, x: [x], y: [y] };
}

function lookOf(title: string): AxisLook {
  return { title, tickText: (value) => percentText(value) };
}
