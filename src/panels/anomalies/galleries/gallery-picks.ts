// Which test samples the galleries show. Pure.

export const galleryIds = ['most', 'least', 'false-alarms', 'misses'] as const;
export type GalleryId = (typeof galleryIds)[number];

export interface Picks {
  /** Indices of test samples, the most telling first. */
  readonly indices: Uint32Array;
  /** How many there are of the kind; the first are shown. */
  readonly count: number;
}

interface Scored {
  /** Of each test sample. */
  readonly test: Float32Array;
  /** Indices, the most anomalous first. */
  readonly ranked: Uint32Array;
  /** 1 where a sample counts as normal. */
  readonly isNormal: Uint8Array;
  /** A sample above it is flagged; null: none is. */
  readonly threshold: number | null;
}

/**
 * - `most`, `least`: the ends of the ranking.
 * - `false-alarms`: normal samples that are flagged, the highest score first.
 * - `misses`: anomalies that are not, the lowest score first.
 */
export function galleryPicks(
  { test, ranked, isNormal, threshold }: Scored,
  most: number,
): Record<GalleryId, Picks> {
  const falseAlarms: number[] = [];
  const misses: number[] = [];
  const rising = ranked.slice().reverse();
  if (threshold !== null) {
    for (const index of ranked) {
      if ((test[index] ?? 0) <= threshold) break;
      if (isNormal[index] === 1) falseAlarms.push(index);
    }
    for (const index of rising) {
      if ((test[index] ?? 0) > threshold) break;
      if (isNormal[index] !== 1) misses.push(index);
    }
  }
  const first = (indices: ArrayLike<number>): Picks => ({
    indices: Uint32Array.from(Array.from(indices).slice(0, most)),
    count: indices.length,
  });
  return {
    most: first(ranked),
    least: first(rising),
    'false-alarms': first(falseAlarms),
    misses: first(misses),
  };
}
