// A long series as the path of an SVG: a band from the least to the greatest value of each pixel, or a line through its points
// where there are fewer of them than pixels. Pure.
import { thinned, type Channel } from '../../core/samples/series/thinned';
import type { SeriesView } from './series-view';

export interface PathFrame {
  readonly view: SeriesView;
  /** Pixels. */
  readonly width: number;
  /** The height in the picture of a value. */
  readonly toY: (value: number) => number;
}

/** The middle of point `i` lies at `i + 0.5`. Empty where nothing is in view. */
export function seriesPath(channel: Channel, frame: PathFrame): string {
  const { from, to } = frame.view;
  return to - from <= frame.width ? linePath(channel, frame) : bandPath(channel, frame);
}

const short = (pixels: number) => pixels.toFixed(1);

function linePath({ values, channels, channel }: Channel, { view, width, toY }: PathFrame): string {
  const scale = width / (view.to - view.from);
  const length = Math.floor(values.length / channels);
  let path = '';
  let isDown = false;
  // One point beyond each end, so that the line reaches the edges.
  const last = Math.min(length - 1, Math.ceil(view.to));
  for (let point = Math.max(0, Math.floor(view.from) - 1); point <= last; point++) {
    const value = values[point * channels + channel] ?? NaN;
    if (Number.isFinite(value))
      path += `${isDown ? 'L' : 'M'}${short((point + 0.5 - view.from) * scale)} ${short(toY(value))}`;
    isDown = Number.isFinite(value);
  }
  return path;
}

function bandPath(channel: Channel, { view, width, toY }: PathFrame): string {
  const columns = Math.max(1, Math.round(width));
  const { low, high } = thinned(channel, view.from, view.to, columns);
  let path = '';
  for (let column = 0; column < columns;) {
    if (Number.isNaN(high[column])) {
      column++;
      continue;
    }
    let end = column;
    while (end < columns && !Number.isNaN(high[end])) end++;
    const upper: string[] = [];
    const lower: string[] = [];
    for (let at = column; at < end; at++) {
      const x = short(at + 0.5);
      upper.push(`${x} ${short(toY(high[at] ?? 0))}`);
      lower.push(`${x} ${short(toY(low[at] ?? 0))}`);
    }
    path += `M${upper.join('L')}L${lower.toReversed().join('L')}Z`;
    column = end;
  }
  return path;
}

/** The area between two series of one channel, `[length]` each, the first of whose points is point `start` of the series. */
export function areaPath(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
  start: number,
  { view, width, toY }: PathFrame,
): string {
  const scale = width / (view.to - view.from);
  const corner = (values: ArrayLike<number>) => (i: number) =>
    `${short((start + i + 0.5 - view.from) * scale)} ${short(toY(values[i] ?? 0))}`;
  const places = Array.from({ length: one.length }, (_, i) => i);
  if (places.length === 0) return '';
  return `M${places.map(corner(one)).join('L')}L${places.toReversed().map(corner(other)).join('L')}Z`;
}
