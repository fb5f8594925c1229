// The part recharts draws: grid, axes, baselines and curves. It is memoised apart from the hover, so moving the pointer
// draws nothing here again; every domain and tick is computed once outside, so recharts has nothing to search for.
import { memo } from 'react';
import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { ElementSize } from '../element-size';
import type { AxisScale } from './axis-ticks';
import { formatTick } from './axis-ticks';
import { isDrawable, margins } from './chart-frame';
import type { ChartFrame, ChartSeries, ReferenceValue } from './chart-frame';

interface Point {
  readonly x: number;
  readonly y: number | null;
}

function pointsOf(series: ChartSeries, scale: AxisScale): Point[] {
  const { x, y } = series;
  const points: Point[] = [];
  for (let i = 0; i < x.length; i++) {
    const value = y[i] ?? NaN;
    // null leaves a gap where the loss was not a number
    points.push({ x: x[i] ?? 0, y: isDrawable(value, scale) ? value : null });
  }
  return points;
}

interface CurvesProps {
  series: readonly ChartSeries[];
  references: readonly ReferenceValue[];
  frame: ChartFrame;
  scale: AxisScale;
  size: ElementSize;
}

const tickStyle = { fill: 'var(--muted)', fontSize: 11 } as const;

export const Curves = memo(function Curves({ series, references, frame, scale, size }: CurvesProps) {
  const tickLabel = (step: number) => {
    const count = formatTick(step / frame.unit);
    return step === 0 ? `${frame.unitName} ${count}` : count;
  };
  return (
    <LineChart
      width={size.width}
      height={size.height}
      margin={{ top: margins.top, right: margins.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      tabIndex={-1}
      style={{ pointerEvents: 'none' }}
    >
      <CartesianGrid vertical={false} stroke="var(--grid)" />
      <XAxis
        dataKey="x"
        type="number"
        domain={[...frame.xAxis.domain]}
        ticks={[...frame.xAxis.ticks]}
        tickFormatter={tickLabel}
        height={margins.bottom}
        tick={tickStyle}
        tickLine={false}
        axisLine={false}
        interval={0}
        allowDataOverflow
      />
      <YAxis
        type="number"
        scale={scale}
        domain={[...frame.yAxis.domain]}
        ticks={[...frame.yAxis.ticks]}
        tickFormatter={formatTick}
        width={margins.left}
        tick={tickStyle}
        tickLine={false}
        axisLine={false}
        interval={0}
        allowDataOverflow
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
        <Line
          key={one.id}
          data={pointsOf(one, scale)}
          dataKey="y"
          stroke={one.style === 'dots' ? 'none' : one.colour}
          strokeWidth={one.width ?? 1.5}
          strokeLinejoin="round"
          strokeLinecap={one.dash === undefined ? 'round' : 'butt'}
          {...(one.dash !== undefined && { strokeDasharray: one.dash })}
          dot={one.style === 'dots' ? { r: 2.5, fill: one.colour, stroke: 'none' } : false}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  );
});
