// What the galleries say. Pure.
import { countText } from '../../../core/number-text';
import type { GalleryId } from './gallery-picks';

interface GalleryWords {
  readonly title: string;
  readonly meaning: string;
  readonly empty: string;
}

export const galleryWords = {
  most: { title: 'Most anomalous', meaning: 'the highest scores', empty: 'No scores yet.' },
  least: { title: 'Least anomalous', meaning: 'the lowest scores', empty: 'No scores yet.' },
  'false-alarms': {
    title: 'False alarms',
    meaning: 'normal, but flagged',
    empty: 'No normal sample is flagged at this threshold.',
  },
  misses: {
    title: 'Misses',
    meaning: 'anomalous, but not flagged',
    empty: 'No anomaly is missed at this threshold.',
  },
} as const satisfies Record<GalleryId, GalleryWords>;

/** Where a gallery has no sample. */
export function emptyText(id: GalleryId, hasThreshold: boolean): string {
  const isRanking = id === 'most' || id === 'least';
  return hasThreshold || isRanking
    ? galleryWords[id].empty
    : 'There is no threshold yet, so nothing is flagged and nothing missed.';
}

/** The scale of every error map on the page. @param gain how many times as large errors are drawn */
export function errorScaleText(gain: number, kind: 'image' | 'signal'): string {
  if (kind === 'signal') return 'Errors are drawn to the same scale as the samples, the same for all.';
  const full =
    gain === 1
      ? 'the whole range from 0 to 1'
      : `an error of ${countText(100 / gain)} % of the range, or more`;
  return `One scale for all errors: black is none, white is ${full}.`;
}

export function pickText(title: string, place: number, one: string, index: number): string {
  return `${title} ${place + 1}: test ${one} ${countText(index)}`;
}
