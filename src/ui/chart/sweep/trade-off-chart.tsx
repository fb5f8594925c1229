// One measured number against another, a point for each value of a setting that trades the one for the other, and its value
// beside the point.
import { useCallback, useMemo } from 'react';
import { tickText } from '../../../core/number-text';
import type { ElementSize } from '../../element-size';
import { linearAxis, logAxis, type Axis } from '../axis-ticks';
import { PointChart } from '../chart';
import { chartFrame, plotSize, type ChartFrame } from '../chart-frame';
import type { PointWords } from '../curves';
import type { ChartSeries } from '../series';

export interface TradeOffLine {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  /** Along the line; `name` is what stands beside the point. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly name: string }[];
}

export interface TradeOffChartProps {
  label: string;
  lines: readonly TradeOffLine[];
  xTitle: string;
  yTitle: string;
  pointWords: PointWords;
}

const initialSize = { width: 380, height: 320 };
const margins = { top: 18, right: 40, bottom: 48, left: 62 };
/** From this ratio of the largest to the smallest value on, an axis is logarithmic. */
const wideRatio = 30;

export function TradeOffChart({ label, lines, xTitle, yTitle, pointWords }: TradeOffChartProps) {
  const series = useMemo(() => lines.map(seriesOf), [lines]);
  const frameFor = useCallback((size: ElementSize) => tradeOffFrame(lines, size), [lines]);
  const xLook = useMemo(() => ({ title: xTitle, tickText }), [xTitle]);
  const yLook = useMemo(() => ({ title: yTitle, tickText }), [yTitle]);
  const names = useMemo(
    () =>
      lines.flatMap(({ points, colour }) => points.map(({ x, y, name }) => ({ x, y, text: name, colour }))),
    [lines],
  );
  return <PointChart {...{ label, series, frameFor, initialSize, xLook, yLook, pointWords, names }} />;
}

/** By rising x, as a chart wants it; along a trade-off that is along the line. */
function seriesOf({ id, label, colour, points }: TradeOffLine): ChartSeries {
  const byX = points.toSorted((a, b) => a.x - b.x);
  return {
    id,
    label,
    colour,
    width: 2,
    style: 'points',
    x: byX.map(({ x }) => x),
    y: byX.map(({ y }) => y),
  };
}

/** Null without a point. */
export function tradeOffFrame(lines: readonly TradeOffLine[], size: ElementSize): ChartFrame | null {
  const points = lines.flatMap((line) => line.points);
  if (points.length === 0) return null;
  const { width, height } = plotSize(size, margins);
  const axis = (values: readonly number[], room: number) =>
    fittedAxis(values, Math.max(3, Math.floor(room / 60)));
  return chartFrame(
    axis(
      points.map(({ x }) => x),
      width,
    ),
    axis(
      points.map(({ y }) => y),
      height,
    ),
    size,
    margins,
  );
}

/** Around the values, with air at both ends. */
function fittedAxis(values: readonly number[], count: number): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low > 0 && high / low >= wideRatio) return logAxis(low, high, count);
  const air = 0.05 * (high - low) || 0.1 * Math.abs(high) || 1;
  return linearAxis(low >= 0 ? Math.max(0, low - air) : low - air, high + air, count);
}
