// The frame of a chart of several runs, with either axis linear or logarithmic.
import type { ElementSize } from '../../element-size';
import { countAxis, linearAxis, logAxis, type Axis, type AxisScale } from '../axis-ticks';
import { chartFrame, plotSize, type ChartFrame } from '../chart-frame';
import { isDrawable, type ChartSeries } from '../series';

/** Names stand at the right. */
const margins = { top: 12, right: 24, bottom: 40, left: 64 } as const;

export interface RunsScales {
  readonly x: AxisScale;
  readonly y: AxisScale;
  /** The x axis counts something whole: steps. */
  readonly isCount: boolean;
}

/** Null while no point of any series can be drawn. */
export function runsFrame(
  series: readonly ChartSeries[],
  { x, y, isCount }: RunsScales,
  size: ElementSize,
): ChartFrame | null {
  const across: [number, number] = [Infinity, -Infinity];
  const up: [number, number] = [Infinity, -Infinity];
  for (const one of series) {
    for (let i = 0; i < one.x.length; i++) {
      const [place = NaN, value = NaN] = [one.x[i], one.y[i]];
      if (!isDrawable(place, x) || !isDrawable(value, y)) continue;
      widen(across, place);
      widen(up, value);
    }
  }
  if (up[0] > up[1]) return null;
  const plot = plotSize(size, margins);
  const columns = Math.max(2, Math.floor(plot.width / 80));
  const rows = Math.max(3, Math.floor(plot.height / 34));
  const yAxis = (y === 'log' ? logAxis : linearAxis)(...up, rows);
  return chartFrame(xAxisOf(across, columns, x, isCount), yAxis, size, margins);
}

function xAxisOf(
  [low, high]: readonly [number, number],
  count: number,
  scale: AxisScale,
  isCount: boolean,
): Axis {
  if (scale === 'log') return logAxis(low, high, count);
  if (isCount) return countAxis(high, count);
  // The lines end at the axis' end, as they do over steps.
  const { ticks } = linearAxis(0, high, count);
  return { scale: 'linear', domain: [0, Math.max(high, 1e-9)], ticks: ticks.filter((tick) => tick <= high) };
}

function widen(range: [number, number], value: number): void {
  range[0] = Math.min(range[0], value);
  range[1] = Math.max(range[1], value);
}
