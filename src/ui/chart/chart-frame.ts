// The geometry of a loss chart: which values it must hold, where the plot lies, and the way from data to pixels. recharts
// draws inside exactly this frame, so what is laid over the chart (cross-hair, marks, labels) lands on the same pixels.
import type { ElementSize } from '../element-size';
import { countAxis, linearAxis, logAxis } from './axis-ticks';
import type { Axis, AxisScale } from './axis-ticks';

export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  /** Any CSS colour, variables included. */
  readonly colour: string;
  readonly width?: number | undefined;
  readonly style?: 'line' | 'dots' | undefined;
  /** Lengths of strokes and gaps in CSS pixels (`6 3`); a solid line when left out. */
  readonly dash?: string | undefined;
  /** Part of something else on the chart: on a log scale it may fall out of the frame rather than flatten the rest. */
  readonly isPart?: boolean | undefined;
  /** Training steps, ascending. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

export interface ChartMark {
  readonly step: number;
  readonly label: string;
}

export interface ReferenceValue {
  readonly label: string;
  readonly y: number;
}

export const margins = { top: 18, right: 10, bottom: 24, left: 44 } as const;

export interface ChartFrame {
  readonly xAxis: Axis;
  readonly yAxis: Axis;
  /** Steps per tick unit: an epoch's length, or 1 when the axis counts steps. */
  readonly unit: number;
  readonly unitName: string;
  toPixelX(step: number): number;
  toPixelY(value: number): number;
  toStep(pixelX: number): number;
}

/** On a log scale, how far below the lowest of the other curves a part is still followed: two decades. */
const partReach = 100;

/** Whether a value can be drawn on this scale; NaN, infinities and, on a log scale, zero and below cannot. */
export function isDrawable(value: number, scale: AxisScale): boolean {
  return Number.isFinite(value) && (scale === 'linear' || value > 0);
}

/** The frame for this data, or `null` when no point of any series can be drawn. */
export function chartFrame(
  series: readonly ChartSeries[],
  references: readonly ReferenceValue[],
  options: { scale: AxisScale; size: ElementSize; epochLength: number | undefined; xLabel: string },
): ChartFrame | null {
  const { scale, size, epochLength, xLabel } = options;
  let last = 0;
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
    for (let i = 0; i < y.length; i++) include(y[i] ?? NaN, floor);
    last = Math.max(last, x[x.length - 1] ?? 0);
  }
  if (low > high) return null;
  for (const reference of references) include(reference.y);

  const plotWidth = Math.max(1, size.width - margins.left - margins.right);
  const plotHeight = Math.max(1, size.height - margins.top - margins.bottom);
  const unit = epochLength !== undefined && epochLength > 0 && last > epochLength ? epochLength : 1;
  const counted = countAxis(Math.max(last, 1) / unit, Math.max(2, Math.floor(plotWidth / 70)));
  const xAxis: Axis = {
    domain: [0, counted.domain[1] * unit],
    ticks: counted.ticks.map((tick) => tick * unit),
  };
  const rows = Math.max(3, Math.floor(plotHeight / 34));
  const yAxis = scale === 'log' ? logAxis(low, high, rows) : linearAxis(low, high, rows);
  const warp = scale === 'log' ? Math.log : (value: number) => value;
  const bottom = warp(yAxis.domain[0]);
  const top = warp(yAxis.domain[1]);
  const right = xAxis.domain[1];
  return {
    xAxis,
    yAxis,
    unit,
    unitName: unit > 1 ? 'epoch' : xLabel,
    toPixelX: (step) => margins.left + (step / right) * plotWidth,
    toPixelY: (value) => margins.top + ((top - warp(value)) / (top - bottom)) * plotHeight,
    toStep: (pixelX) => ((pixelX - margins.left) / plotWidth) * right,
  };
}

/** Index of the entry of ascending `x` nearest to `target`, or -1 when empty. */
export function nearestIndex(x: ArrayLike<number>, target: number): number {
  let low = 0;
  let high = x.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((x[middle] ?? 0) < target) low = middle + 1;
    else high = middle;
  }
  if (low > 0 && target - (x[low - 1] ?? 0) <= (x[low] ?? 0) - target) return low - 1;
  return x.length === 0 ? -1 : low;
}

export interface Reading {
  readonly series: ChartSeries;
  readonly step: number;
  readonly value: number;
}

/** What each series says nearest to `step`; the step itself is snapped to the nearest point of any series. */
export function readAt(
  series: readonly ChartSeries[],
  step: number,
): { step: number; readings: Reading[] } | null {
  let snapped = NaN;
  for (const { x } of series) {
    const candidate = x[nearestIndex(x, step)];
    if (candidate === undefined) continue;
    if (Number.isNaN(snapped) || Math.abs(candidate - step) < Math.abs(snapped - step)) snapped = candidate;
  }
  if (Number.isNaN(snapped)) return null;
  const readings: Reading[] = [];
  for (const one of series) {
    const index = nearestIndex(one.x, snapped);
    const at = one.x[index];
    const value = one.y[index];
    if (at !== undefined && value !== undefined) readings.push({ series: one, step: at, value });
  }
  return { step: snapped, readings };
}
