// Between pixels of the map and the plane of the data.
import type { ElementSize } from '../../element-size';
import type { FitFrame, ViewTransform } from './fit-frame';
import type { Place } from '../gestures/lasso';

/** The piece of the data's plane that fills the map's box, in data coordinates. */
export interface VisibleRegion {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** The normalised place (see fit-frame.ts) under a CSS pixel: `toPixel` the other way. */
export function fromPixel({ x, y }: Place, { zoom, panX, panY }: ViewTransform, size: ElementSize): Place {
  const half = size.height / 2;
  return { x: ((x - size.width / 2) / half - panX) / zoom, y: ((half - y) / half - panY) / zoom };
}

/** A normalised place in data coordinates. */
export function toData({ x, y }: Place, { centreX, centreY, scale }: FitFrame): Place {
  return { x: centreX + x * scale, y: centreY + y * scale };
}

export function visibleRegion(frame: FitFrame, view: ViewTransform, size: ElementSize): VisibleRegion {
  const { x: left, y: top } = toData(fromPixel({ x: 0, y: 0 }, view, size), frame);
  const { x: right, y: bottom } = toData(fromPixel({ x: size.width, y: size.height }, view, size), frame);
  return { left, right, bottom, top };
}
