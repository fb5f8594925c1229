// What the galleries say. Pure.
import { t } from '@lingui/core/macro';
import { countText } from '../../../core/number-text';
import type { GalleryId } from './gallery-picks';

interface GalleryWords {
  readonly title: string;
  readonly meaning: string;
  readonly empty: string;
}

export const galleryWords = {
  most: { title: t`Most anomalous`, meaning: t`the highest scores`, empty: t`No scores yet.` },
  least: { title: t`Least anomalous`, meaning: t`the lowest scores`, empty: t`No scores yet.` },
  'false-alarms': {
    title: t`False alarms`,
    meaning: t`normal, but flagged`,
    empty: t`No normal sample is flagged at this threshold.`,
  },
  misses: {
    title: t`Misses`,
    meaning: t`anomalous, but not flagged`,
    empty: t`No anomaly is missed at this threshold.`,
  },
} as const satisfies Record<GalleryId, GalleryWords>;

/** Where a gallery has no sample. */
export function emptyText(id: GalleryId, hasThreshold: boolean): string {
  const isRanking = id === 'most' || id === 'least';
  return hasThreshold || isRanking
    ? galleryWords[id].empty
    : t`There is no threshold yet, so nothing is flagged and nothing missed.`;
}

/** The scale of every error map on the page. @param gain how many times as large errors are drawn */
export function errorScaleText(gain: number, kind: 'image' | 'signal'): string {
  if (kind === 'signal') return t`Errors are drawn to the same scale as the samples, the same for all.`;
  return gain === 1
    ? t`One scale for all errors: black is none, white is the whole range from 0 to 1.`
    : t`One scale for all errors: black is none, white is an error of ${{ share: countText(100 / gain) }} % of the range, or more.`;
}

export function pickText(title: string, place: number, one: string, index: number): string {
  return t`${title} ${{ place: place + 1 }}: test ${one} ${{ index: countText(index) }}`;
}
