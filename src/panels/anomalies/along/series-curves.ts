// The score curves along a recording: the network's, and those of the methods without one, each on its own scale. Pure.
import { t } from '@lingui/core/macro';
import { pointScores } from '../../../core/anomaly/along/point-scores';
import type { ScoredWindows } from '../../../core/anomaly/along/scored-windows';
import type { LegendEntry } from '../../../ui/chart/legend/chart-legend';
import type { SeriesCurve } from '../../../ui/series/series-plot';
import { baselineWords } from '../words';

/** The methods that can be shown beside the network. */
export const rivalIds = ['nearest', 'pca'] as const;
export type RivalId = (typeof rivalIds)[number];

/** Colour and dash of each curve. */
const looks = {
  network: { colour: 'var(--accent)' },
  nearest: { colour: 'var(--ink)', dash: '5 2' },
  pca: { colour: 'var(--muted)', dash: '2 2' },
} as const;

/** Where the highest score is so many times the one in the middle, a linear scale would show nothing but the highest. */
const unevenFrom = 15;

/** @param points of the recording @param stride of its windows */
export function scoreCurve(
  id: 'network' | RivalId,
  windows: ScoredWindows,
  points: number,
  stride: number,
): SeriesCurve {
  const { scores } = windows;
  const sorted = scores.slice().sort();
  const low = sorted.find((score) => score > 0) ?? 0;
  const top = sorted.at(-1) ?? 1;
  const median = sorted[sorted.length >> 1] ?? 0;
  const isUneven = (sorted[0] ?? 0) >= 0 && low > 0 && top > unevenFrom * median;
  return { ...looks[id], id, values: pointScores(windows, points, stride), low, top, isUneven };
}

export function rivalEntries(isKnown: (id: RivalId) => boolean): LegendEntry[] {
  return rivalIds.filter(isKnown).map((id) => ({
    ...looks[id],
    id,
    label: baselineWords[id].label,
    explanation: t`On its own scale and over the test stretch only: scores on the data it was fitted to mean nothing.`,
  }));
}

export const fixedEntries: readonly LegendEntry[] = [
  { id: 'series', label: t`Recording`, colour: 'var(--ink)' },
  { id: 'network', label: t`Network: score, and the window rebuilt`, colour: 'var(--accent)' },
  { id: 'threshold', label: t`Threshold`, colour: 'var(--anomaly)', dash: '4 3' },
  {
    id: 'flagged',
    label: t`Flagged`,
    colour: 'color-mix(in srgb, var(--anomaly) 35%, var(--surface))',
    width: 6,
  },
];
