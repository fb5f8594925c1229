// The stretches that are marked along a recording: what was held out, what was never trained on, what is flagged, and the window
// that is shown. Pure.
import { t } from '@lingui/core/macro';
import { windowUses, type ScoredWindows, type WindowUse } from '../../../core/anomaly/along/scored-windows';
import type { Stretch } from '../../../core/anomaly/along/stretches';
import type { SeriesBand } from '../../../ui/series/series-marks';

/** From the first window of a use to the end of the last; null where there is none. */
function extent({ starts, uses, length }: ScoredWindows, use: WindowUse) {
  const place = windowUses.indexOf(use);
  const first = uses.indexOf(place);
  const last = uses.lastIndexOf(place);
  return first < 0 ? null : { from: starts[first] ?? 0, to: (starts[last] ?? 0) + length };
}

/**
 * @param stretches of this recording
 * @param chosen the first point of the window that is shown
 */
export function bandsOf(
  windows: ScoredWindows,
  stretches: readonly Stretch[],
  chosen: number | null,
): SeriesBand[] {
  const parts = (['held-out', 'test'] as const).flatMap((kind): SeriesBand[] => {
    const found = extent(windows, kind);
    return found === null
      ? []
      : [{ id: kind, kind, ...found, label: kind === 'test' ? t`Test` : t`Held out` }];
  });
  const training = extent(windows, 'training');
  const learned: SeriesBand[] =
    training === null ? [] : [{ id: 'training', kind: 'training', ...training, label: t`Trained on` }];
  const flagged = stretches.map(({ from, to }): SeriesBand => ({
    id: `flagged ${from}`,
    kind: 'flagged',
    from,
    to,
  }));
  const shown: SeriesBand[] =
    chosen === null ? [] : [{ id: 'chosen', kind: 'chosen', from: chosen, to: chosen + windows.length }];
  return [...learned, ...parts, ...flagged, ...shown];
}
