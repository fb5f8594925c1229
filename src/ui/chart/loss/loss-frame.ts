// The frame of a loss chart: which steps and values it holds, and whether it counts steps or epochs.
import type { ElementSize } from '../../element-size';
import { countAxis, linearAxis, logAxis } from '../axis-ticks';
import type { Axis, AxisScale } from '../axis-ticks';
import { chartFrame, plotSize } from '../chart-frame';
import type { ChartFrame } from '../chart-frame';
import { isDrawable } from '../series';
import type { ChartSeries, ReferenceValue } from '../series';

export const margins = { top: 18, right: 16, bottom: 24, left: 44 } as const;

/** On a log scale, how far below the lowest of the other curves a part is still followed: two decades. */
const partReach = 100;

/** Of a run within its first epoch, the share that counts as settling. */
const settlingShare = 0.2;

/** The last step of any curve. */
function lastStep(series: readonly ChartSeries[]): number {
  return Math.max(0, ...series.map(({ x }) => x[x.length - 1] ?? 0));
}

/** Steps in one unit of the x axis: an epoch's length once more than one epoch has passed, else 1. */
export function stepUnit(series: readonly ChartSeries[], epochLength: number | undefined): number {
  return epochLength !== undefined && epochLength > 0 && lastStep(series) > epochLength ? epochLength : 1;
}

/**
 * The step from which on the values count for a log scale. Where a curve settles, what comes before may leave the frame: the first
 * epoch, or the first fifth of a shorter run.
 */
function settledFrom(
  series: readonly ChartSeries[],
  epochLength: number | undefined,
  scale: AxisScale,
): number {
  if (scale === 'linear' || !series.some(({ settles }) => settles)) return 0;
  const last = lastStep(series);
  const epoch = epochLength !== undefined && epochLength > 0 && epochLength < last ? epochLength : Infinity;
  return Math.min(epoch, settlingShare * last);
}

/**
 * The lowest and the highest value to show, references included; null when no curve has a point that can be drawn.
 * @param from the step from which on values count; of a curve that ends before it the last one counts
 */
function valueRange(
  series: readonly ChartSeries[],
  references: readonly ReferenceValue[],
  scale: AxisScale,
  from: number,
): [number, number] | null {
  let low = Infinity;
  let high = -Infinity;
  const include = (value: number, floor = -Infinity) => {
    if (!isDrawable(value, scale) || value < floor) return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  const wholeFirst = [...series].sort((a, b) => Number(a.isPart ?? false) - Number(b.isPart ?? false));
  let floor: number | undefined;
  for (const { x, y, isPart } of wholeFirst) {
    if (isPart && scale === 'log' && low <= high) floor ??= low / partReach;
    for (let i = 0; i < y.length; i++) {
      if ((x[i] ?? 0) >= from || i === y.length - 1) include(y[i] ?? NaN, floor);
    }
  }
  if (low > high) return null;
  for (const reference of references) include(reference.y);
  return [low, high];
}

interface LossFrameOptions {
  readonly scale: AxisScale;
  readonly size: ElementSize;
  /** Of the x axis, in steps; see `stepUnit`. */
  readonly unit: number;
  /** In steps, where epochs are equally long. */
  readonly epochLength?: number | undefined;
}

/** The frame for this data, or null when no point of any series can be drawn. */
export function lossFrame(
  series: readonly ChartSeries[],
  references: readonly ReferenceValue[],
  { scale, size, unit, epochLength }: LossFrameOptions,
): ChartFrame | null {
  const range = valueRange(series, references, scale, settledFrom(series, epochLength, scale));
  if (range === null) return null;
  const plot = plotSize(size, margins);
  const counted = countAxis(Math.max(lastStep(series), 1) / unit, Math.max(2, Math.floor(plot.width / 70)));
  const xAxis: Axis = {
    scale: 'linear',
    domain: [0, counted.domain[1] * unit],
    ticks: counted.ticks.map((tick) => tick * unit),
  };
  const rows = Math.max(3, Math.floor(plot.height / 34));
  const yAxis = (scale === 'log' ? logAxis : linearAxis)(...range, rows);
  return chartFrame(xAxis, yAxis, size, margins);
}
