// The part recharts draws: grid, axes, references and curves. It is memoised apart from the hover, so moving the pointer
// draws nothing here again; every domain and tick is computed once outside, so recharts has nothing to search for.
import { memo } from 'react';
import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { ChartFrame } from './chart-frame';
import { Band } from './band/band';
import { ReadablePoint } from './overlay/readable-point';
import type { ShowPoint } from './overlay/readable-point';
import { isDrawable } from './series';
import type { ChartSeries, ReferenceValue } from './series';

/** How an axis is labelled. */
export interface AxisLook {
  /** In the middle along the axis; the axis has no title without it. */
  readonly title?: string | undefined;
  /** What a column of its values is called, where there is no title. */
  readonly name?: string | undefined;
  readonly tickText: (value: number) => string;
}

interface Point {
  readonly x: number;
  readonly y: number | null;
}

function pointsOf({ x, y }: ChartSeries, { xAxis, yAxis }: ChartFrame): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < x.length; i++) {
    const [place = NaN, value = NaN] = [x[i], y[i]];
    // null leaves a gap where the value is not a number
    if (isDrawable(place, xAxis.scale))
      points.push({ x: place, y: isDrawable(value, yAxis.scale) ? value : null });
  }
  return points;
}

/** What recharts hands to the function that draws a dot. */
interface DotProps {
  cx?: number | undefined;
  cy?: number | undefined;
  payload?: Point;
}

function dotOf(series: ChartSeries, pointWords: PointWords | undefined, onPoint: ShowPoint | undefined) {
  if (series.style === 'dots') {
    // The first and the last stand on the edge, and are whole.
    return { r: series.width ?? 2.5, fill: series.colour, stroke: 'none', clipDot: false };
  }
  if (series.style !== 'points') return false;
  return function Dot({ cx, cy, payload }: DotProps) {
    if (cx === undefined || cy === undefined || !payload || payload.y === null) return <g key="none" />;
    const { x, y } = payload;
    return (
      <ReadablePoint
        key={`${series.id} ${x}`}
        series={series}
        pixel={{ x: cx, y: cy }}
        value={{ x, y }}
        words={pointWords?.(x, y) ?? ''}
        onShow={onPoint}
      />
    );
  };
}

export type PointWords = (x: number, y: number) => string;

interface CurvesProps {
  series: readonly ChartSeries[];
  references: readonly ReferenceValue[];
  frame: ChartFrame;
  xLook: AxisLook;
  yLook: AxisLook;
  /** How a point reads, and what shows that, for series of style `points`. */
  pointWords?: PointWords | undefined;
  onPoint?: ShowPoint | undefined;
}

const tickStyle = { fill: 'var(--muted)', fontSize: 11 } as const;
const titleStyle = { fill: 'var(--muted)', fontSize: 12, textAnchor: 'middle' } as const;
const axisStyle = { type: 'number', tick: tickStyle, interval: 0, allowDataOverflow: true } as const;
const gridLine = { stroke: 'var(--grid)' } as const;

export const Curves = memo(function Curves(props: CurvesProps) {
  const { series, references, frame, xLook, yLook, pointWords, onPoint } = props;
  const { xAxis, yAxis, size, margins } = frame;
  return (
    <LineChart
      width={size.width}
      height={size.height}
      margin={{ top: margins.top, right: margins.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      tabIndex={-1}
      style={{ pointerEvents: 'none' }}
    >
      <CartesianGrid vertical={false} stroke={gridLine.stroke} />
      <XAxis
        {...axisStyle}
        dataKey="x"
        scale={xAxis.scale}
        domain={[...xAxis.domain]}
        ticks={[...xAxis.ticks]}
        tickFormatter={xLook.tickText}
        height={margins.bottom}
        tickLine={xLook.title !== undefined && gridLine}
        axisLine={xLook.title !== undefined && gridLine}
        {...(xLook.title !== undefined && {
          label: { value: xLook.title, position: 'insideBottom', offset: 8, ...titleStyle },
        })}
      />
      <YAxis
        {...axisStyle}
        scale={yAxis.scale}
        domain={[...yAxis.domain]}
        ticks={[...yAxis.ticks]}
        tickFormatter={yLook.tickText}
        width={margins.left}
        tickLine={false}
        axisLine={false}
        {...(yLook.title !== undefined && {
          label: {
            value: yLook.title,
            angle: -90,
            position: 'insideLeft',
            offset: 14,
            style: { textAnchor: 'middle' },
            ...titleStyle,
          },
        })}
      />
      {references.map((reference) => (
        <ReferenceLine
          key={reference.label}
          y={reference.y}
          stroke="var(--muted)"
          strokeDasharray="4 4"
          strokeWidth={1}
          ifOverflow="hidden"
        />
      ))}
      {series.map((one) => (
        <Band key={`band of ${one.id}`} series={one} frame={frame} />
      ))}
      {series.map((one) => (
        <Line
          key={one.id}
          data={pointsOf(one, frame)}
          dataKey="y"
          stroke={one.style === 'dots' ? 'none' : one.colour}
          strokeWidth={one.width ?? 1.5}
          strokeLinejoin="round"
          strokeLinecap={one.dash === undefined ? 'round' : 'butt'}
          {...(one.dash !== undefined && { strokeDasharray: one.dash })}
          dot={dotOf(one, pointWords, onPoint)}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  );
});
