// An error over the values of a setting: a line with a dot for each measured value, and dashed lines of what to compare
// with. Hovering or focusing a dot reads it. All colours are attributes, so that the SVG can be saved as it is.
import { useState } from 'react';
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts';
import { useElementSize } from '../element-size';
import { formatTick, linearAxis, logAxis, type AxisScale } from './axis-ticks';
import { referenceDash } from './reference-dash';
import type { ChartColours } from './sweep-colours';
import styles from './sweep-chart.module.css';

export interface SweepLine {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  /** A line to compare with: dashed, without dots. */
  readonly isReference?: boolean;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface SweepChartProps {
  label: string;
  lines: readonly SweepLine[];
  xTitle: string;
  yTitle: string;
  xScale: AxisScale;
  colours: ChartColours;
  /** How a value on the x axis reads, and how an error does. */
  xText: (x: number) => string;
  yText: (y: number) => string;
}

interface Read {
  readonly key: string;
  readonly label: string;
  readonly words: string;
  readonly x: number;
  readonly y: number;
}

interface DotProps {
  cx?: number | undefined;
  cy?: number | undefined;
  payload?: { x: number; y: number };
}

const margins = { top: 12, right: 18, bottom: 44, left: 62 };

export function SweepChart(props: SweepChartProps) {
  const { label, lines, xTitle, yTitle, xScale, colours, xText, yText } = props;
  const [measure, size] = useElementSize({ width: 640, height: 320 });
  const [read, setRead] = useState<Read | null>(null);
  const dotted = lines.filter(({ isReference }) => isReference !== true);
  const xs = [...new Set(dotted.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const ys = lines.flatMap(({ points }) => points.map(({ y }) => y)).filter((y) => y > 0);
  const x = xAxis(xs, xScale, size.width - margins.left - margins.right);
  const y =
    ys.length === 0
      ? { domain: [0.01, 0.1], ticks: [0.01, 0.1] }
      : logAxis(Math.min(...ys), Math.max(...ys), 6);
  const tick = { fill: colours.muted, fontSize: 11 };
  const title = { fill: colours.muted, fontSize: 12 };

  /** A dot as recharts asks for it. */
  function dot(line: SweepLine, { cx, cy, payload }: DotProps) {
    if (cx === undefined || cy === undefined || payload === undefined) return <g key="none" />;
    const key = `${line.id} ${payload.x}`;
    const words = `${xTitle} ${xText(payload.x)}: ${yTitle} ${yText(payload.y)}`;
    const show = () => setRead({ key, label: line.label, words, x: cx, y: cy });
    const hide = () => setRead((shown) => (shown?.key === key ? null : shown));
    return (
      <g key={key}>
        <circle cx={cx} cy={cy} r={4} fill={line.colour} stroke={colours.surface} strokeWidth={1.5} />
        <circle
          cx={cx}
          cy={cy}
          r={12}
          fill="transparent"
          tabIndex={0}
          role="img"
          aria-label={`${line.label}, ${words}`}
          data-x={payload.x}
          data-y={payload.y}
          className={styles.target}
          onPointerEnter={show}
          onPointerLeave={hide}
          onFocus={show}
          onBlur={hide}
        />
      </g>
    );
  }

  return (
    <div role="group" aria-label={label} className={styles.chart}>
      <div ref={measure} className={styles.measure}>
        <LineChart
          width={size.width}
          height={size.height}
          margin={{ top: margins.top, right: margins.right, bottom: 4, left: 0 }}
          accessibilityLayer={false}
          tabIndex={-1}
        >
          <CartesianGrid vertical={false} stroke={colours.grid} />
          <XAxis
            dataKey="x"
            type="number"
            scale={xScale}
            domain={[...x.domain]}
            ticks={[...x.ticks]}
            tickFormatter={xText}
            height={margins.bottom}
            tick={tick}
            tickLine={{ stroke: colours.grid }}
            axisLine={{ stroke: colours.grid }}
            interval={0}
            allowDataOverflow
            label={{ value: xTitle, position: 'insideBottom', offset: 4, ...title }}
          />
          <YAxis
            type="number"
            scale="log"
            domain={[...y.domain]}
            ticks={[...y.ticks]}
            tickFormatter={formatTick}
            width={margins.left}
            tick={tick}
            tickLine={false}
            axisLine={false}
            interval={0}
            allowDataOverflow
            label={{
              value: yTitle,
              angle: -90,
              position: 'insideLeft',
              offset: 14,
              style: { textAnchor: 'middle' },
              textAnchor: 'middle',
              ...title,
            }}
          />
          {lines.map((line) => (
            <Line
              key={line.id}
              data={[...line.points]}
              dataKey="y"
              stroke={line.colour}
              strokeWidth={line.isReference ? 1.5 : 2}
              {...(line.isReference && { strokeDasharray: referenceDash })}
              dot={line.isReference ? false : (dotProps: DotProps) => dot(line, dotProps)}
              activeDot={false}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </div>
      {read && (
        <div
          role="tooltip"
          className={styles.readOut}
          style={{
            ...(read.x > size.width / 2 ? { right: size.width - read.x + 12 } : { left: read.x + 12 }),
            ...(read.y > size.height / 2 ? { bottom: size.height - read.y + 8 } : { top: read.y + 8 }),
          }}
        >
          <b>{read.label}</b>
          <div>{read.words}</div>
        </div>
      )}
    </div>
  );
}

/** Ticks where values were measured, as far as their words have room; else round numbers. */
function xAxis(xs: readonly number[], scale: AxisScale, width: number) {
  const [low, high] = [xs[0], xs.at(-1)];
  if (low === undefined || high === undefined) return { domain: [0, 1], ticks: [0, 1] };
  const isLog = scale === 'log' && low > 0;
  const place = isLog ? Math.log : (x: number) => x;
  const span = place(high) - place(low);
  const pad = span === 0 ? (isLog ? 0.5 : Math.abs(low) * 0.5 || 0.5) : span * 0.04;
  const domain = isLog ? [low * Math.exp(-pad), high * Math.exp(pad)] : [low - pad, high + pad];
  if (xs.length > 12) return { domain, ticks: (isLog ? logAxis : linearAxis)(low, high, 8).ticks };
  let last = -Infinity;
  const ticks = xs.filter((x) => {
    const at = span === 0 ? 0 : ((place(x) - place(low)) / span) * width;
    if (at - last < 34) return false;
    last = at;
    return true;
  });
  return { domain, ticks };
}
