// The score curves along a recording: the network's, and those of the methods without one, each on its own scale. Pure.
import { highestOf, pointScores } from '../../../core/anomaly/along/point-scores';
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

/** @param points of the recording @param stride of its windows */
export function scoreCurve(
  id: 'network' | RivalId,
  windows: ScoredWindows,
  points: number,
  stride: number,
): SeriesCurve {
  return {
    ...looks[id],
    id,
    values: pointScores(windows, points, stride),
    top: windows.scores[highestOf(windows.scores)] ?? 1,
  };
}

export function rivalEntries(isKnown: (id: RivalId) => boolean): LegendEntry[] {
  return rivalIds.filter(isKnown).map((id) => ({
    ...looks[id],
    id,
    label: baselineWords[id].label,
    explanation: 'On a scale of its own, over the test stretch alone: what it was fitted to says nothing.',
  }));
}

export const fixedEntries: readonly LegendEntry[] = [
  { id: 'series', label: 'Recording', colour: 'var(--ink)' },
  { id: 'network', label: 'Score of the network', colour: 'var(--accent)' },
  { id: 'threshold', label: 'Threshold', colour: 'var(--anomaly)', dash: '4 3' },
  {
    id: 'flagged',
    label: 'Flagged',
    colour: 'color-mix(in srgb, var(--anomaly) 35%, var(--surface))',
    width: 6,
  },
];
