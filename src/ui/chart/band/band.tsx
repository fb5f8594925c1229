// A pale band around a curve: a closed path along its lower and its upper edge, in the pixels of the frame. Its colour is an attribute,
// so that the SVG can be saved.
import type { ChartFrame } from '../chart-frame';
import { isDrawable, type ChartSeries } from '../series';

export function Band({ series, frame }: { series: ChartSeries; frame: ChartFrame }) {
  const path = bandPath(series, frame);
  return path === null ? null : <path d={path} fill={series.colour} fillOpacity={0.18} stroke="none" />;
}

/** Null without a band, and for fewer than two places at which both edges can be drawn. */
function bandPath({ x, band }: ChartSeries, { xAxis, yAxis, toPixelX, toPixelY }: ChartFrame): string | null {
  if (band === undefined) return null;
  const edges = Array.from(x, (place, i) => ({ place, low: band.low[i] ?? NaN, high: band.high[i] ?? NaN }));
  const drawn = edges.filter(
    ({ place, low, high }) =>
      isDrawable(place, xAxis.scale) && isDrawable(low, yAxis.scale) && isDrawable(high, yAxis.scale),
  );
  if (drawn.length < 2) return null;
  const point = (place: number, value: number) =>
    `${toPixelX(place).toFixed(1)} ${toPixelY(value).toFixed(1)}`;
  const upper = drawn.map(({ place, high }) => point(place, high));
  const lower = drawn.map(({ place, low }) => point(place, low)).reverse();
  return `M${[...upper, ...lower].join('L')}Z`;
}
