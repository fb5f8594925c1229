// The track of the threshold: the axis of the histogram, in steps fine enough for it. Pure.
import type { Histogram } from '../../../core/anomaly/curves/detection';
import type { Track } from '../../../ui/controls/slider/slider-scale';

/** At least so many steps over the track, and at most ten times as many. */
const fewestSteps = 200;

export function thresholdTrack({ from, to }: Pick<Histogram, 'from' | 'to'>): Track {
  const span = to > from ? to - from : 1;
  const step = Number((10 ** Math.floor(Math.log10(span / fewestSteps))).toPrecision(1));
  return { min: from, max: to, scale: 'linear', step };
}
