// Which windows of a recording are held out for validation. Neighbouring windows overlap: one that is held out between two that
// are trained on has been seen. So the last stretch of each recording is held out, with a gap before it.
import type { Samples } from '../samples';
import type { SeriesWindows } from './series-windows';

/** Windows, and how long one is in points. */
export interface CutSeries {
  readonly windows: SeriesWindows;
  readonly length: number;
}

/** Null for samples that were not cut from recordings. */
export function cutOf({
  windows,
  shape: [length = 1],
}: Pick<Samples, 'windows' | 'shape'>): CutSeries | null {
  return windows ? { windows, length } : null;
}

/** `between`: overlaps the held-out stretch, and is neither trained on nor held out. */
export type WindowPart = 'trained' | 'between' | 'held-out';

/**
 * What the training windows are for, by their index. Of each recording at least one window stays trained on.
 * @param share of the windows that are held out, in [0, 0.5]
 */
export function windowParts({ windows, length }: CutSeries, share: number): (index: number) => WindowPart {
  const gap = Math.ceil(length / windows.stride) - 1;
  const stretches = windows.recordings.map(({ train: { first, count } }) => {
    const heldOut = share === 0 ? 0 : Math.round(share * count);
    const heldOutFrom = count - Math.min(heldOut, Math.max(0, count - 1));
    const trainedTo = heldOutFrom === count ? count : Math.max(Math.min(1, count), heldOutFrom - gap);
    return { first, end: first + count, trainedTo: first + trainedTo, heldOutFrom: first + heldOutFrom };
  });
  let last = 0;
  return (index) => {
    const isIn = (at: number) => {
      const one = stretches[at];
      return one !== undefined && index >= one.first && index < one.end;
    };
    // Asked in order, nearly always the same recording as before.
    if (!isIn(last))
      last = Math.max(
        0,
        stretches.findIndex((_, at) => isIn(at)),
      );
    const stretch = isIn(last) ? stretches[last] : undefined;
    if (stretch === undefined || index < stretch.trainedTo) return 'trained';
    return index < stretch.heldOutFrom ? 'between' : 'held-out';
  };
}
