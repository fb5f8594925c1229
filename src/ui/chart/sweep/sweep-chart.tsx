// The sweep chart: an error over the values of a setting, with a point for each measured value and dashed reference lines.
import { tickText } from '../../../core/number-text';
import { useCallback, useMemo } from 'react';
import type { ElementSize } from '../../element-size';
import type { AxisScale } from '../axis-ticks';
import { PointChart } from '../chart';
import { referenceDash } from '../series';
import type { ChartSeries } from '../series';
import { sweepFrame } from './sweep-frame';

export interface SweepLine {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  /** A line to compare with: dashed, without points. */
  readonly isReference?: boolean;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** A pale band around the line, with a value for each point. */
  readonly band?: ChartSeries['band'];
}

export interface SweepChartProps {
  label: string;
  lines: readonly SweepLine[];
  xTitle: string;
  yTitle: string;
  xScale: AxisScale;
  /** Errors stand on a log axis; rates in [0, 1] do not. */
  yScale?: AxisScale;
  /** How a value on the x axis reads, and how an error does. */
  xText: (x: number) => string;
  yText: (y: number) => string;
}

const initialSize = { width: 640, height: 320 };

export function SweepChart(props: SweepChartProps) {
  const { label, lines, xTitle, yTitle, xScale, yScale = 'log', xText, yText } = props;
  const series = useMemo(() => lines.map(seriesOf), [lines]);
  const frameFor = useCallback(
    (size: ElementSize) => sweepFrame(series, { x: xScale, y: yScale }, size),
    [series, xScale, yScale],
  );
  const pointWords = useCallback(
    (x: number, y: number) => `${xTitle} ${xText(x)}: ${yTitle} ${yText(y)}`,
    [xTitle, xText, yTitle, yText],
  );
  const xLook = useMemo(() => ({ title: xTitle, tickText: xText }), [xTitle, xText]);
  const yLook = useMemo(() => ({ title: yTitle, tickText }), [yTitle]);
  return <PointChart {...{ label, series, frameFor, initialSize, xLook, yLook, pointWords }} />;
}

function seriesOf({ id, label, colour, isReference, points, band }: SweepLine): ChartSeries {
  return {
    id,
    label,
    colour,
    x: points.map(({ x }) => x),
    y: points.map(({ y }) => y),
    band,
    ...(isReference ? { width: 1.5, dash: referenceDash } : { width: 2, style: 'points' }),
  };
}
