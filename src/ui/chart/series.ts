// What a chart of lines shows, and how it is read: the curves, what they are compared with, the values nearest to a place.
import type { AxisScale } from './axis-ticks';

export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  /** Any CSS colour, variables included. */
  readonly colour: string;
  /** Of the line, or radius of the dots. */
  readonly width?: number | undefined;
  /** `points` is a line with a dot at each value that can be focused and read. */
  readonly style?: 'line' | 'dots' | 'points' | undefined;
  /** Lengths of strokes and gaps in CSS pixels (`6 3`); a solid line when left out. */
  readonly dash?: string | undefined;
  /** Part of something else on the chart: on a log scale it may fall out of the frame rather than flatten the rest. */
  readonly isPart?: boolean | undefined;
  /** Its first values are far from all that follow: on a log scale the frame is fitted to what comes once it has settled. */
  readonly settles?: boolean | undefined;
  /** Behind another line that says the same more clearly: it is drawn, and neither read nor named. */
  readonly isBackdrop?: boolean | undefined;
  /** A letter or two at the right end of the line. */
  readonly endName?: string | undefined;
  /** Ascending, in the unit of the x axis (training steps, values of a setting, rates in [0, 1]). */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** A pale band around the line, with a value for each of `x`. */
  readonly band?: { readonly low: ArrayLike<number>; readonly high: ArrayLike<number> } | undefined;
}

/** A vertical line at `x`. */
export interface ChartMark {
  readonly x: number;
  readonly label: string;
}

/** A horizontal dashed line at `y`. */
export interface ReferenceValue {
  readonly label: string;
  readonly y: number;
}

/** Dashes of a line that others are compared with. */
export const referenceDash = '5 4';

/** Whether a value can be drawn on this scale; NaN, infinities and, on a log scale, zero and below cannot. */
export function isDrawable(value: number, scale: AxisScale): boolean {
  return Number.isFinite(value) && (scale === 'linear' || value > 0);
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
  readonly x: number;
  readonly value: number;
}

/** The value of each series nearest to `x`, which snaps to the nearest point of any series; null without points. */
export function readAt(series: readonly ChartSeries[], x: number): { x: number; readings: Reading[] } | null {
  let snapped = NaN;
  for (const one of series) {
    const candidate = one.x[nearestIndex(one.x, x)];
    if (candidate === undefined) continue;
    if (Number.isNaN(snapped) || Math.abs(candidate - x) < Math.abs(snapped - x)) snapped = candidate;
  }
  if (Number.isNaN(snapped)) return null;
  const readings: Reading[] = [];
  for (const one of series) {
    const index = nearestIndex(one.x, snapped);
    const at = one.x[index];
    const value = one.y[index];
    if (at !== undefined && value !== undefined) readings.push({ series: one, x: at, value });
  }
  return { x: snapped, readings };
}
