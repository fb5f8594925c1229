// The part of a long series that is in view, in points. Pure.

export interface SeriesView {
  readonly from: number;
  /** The first point after it. */
  readonly to: number;
}

/** Fewer points than this are never shown. */
export const fewestPoints = 16;

export function wholeSeries(length: number): SeriesView {
  return { from: 0, to: length };
}

/** Within the series, and neither too small nor larger than it. */
function fitted(from: number, span: number, length: number): SeriesView {
  const kept = Math.min(length, Math.max(Math.min(fewestPoints, length), span));
  const start = Math.min(length - kept, Math.max(0, from));
  return { from: start, to: start + kept };
}

/** @param factor above 1: closer @param at the point that stays where it is */
export function zoomed({ from, to }: SeriesView, factor: number, at: number, length: number): SeriesView {
  const span = Math.min(length, Math.max(Math.min(fewestPoints, length), (to - from) / factor));
  const share = (at - from) / (to - from || 1);
  return fitted(at - share * span, span, length);
}

/** The point that keys and buttons zoom about: the middle of what is chosen where that is in view, else of the view. */
export function zoomPoint(view: SeriesView, chosen: SeriesView | null): number {
  const middleOf = ({ from, to }: SeriesView) => (from + to) / 2;
  const middle = middleOf(chosen ?? view);
  return middle >= view.from && middle <= view.to ? middle : middleOf(view);
}

/** @param points to the right; less than 0: to the left */
export function panned({ from, to }: SeriesView, points: number, length: number): SeriesView {
  return fitted(from + points, to - from, length);
}

/** A stretch with as much again on each side, and at least `span` points. */
export function around(stretch: SeriesView, span: number, length: number): SeriesView {
  const wanted = Math.max(span, 3 * (stretch.to - stretch.from));
  return fitted((stretch.from + stretch.to - wanted) / 2, wanted, length);
}
