// What is known along the recordings, as tables to save: every window, and the flagged stretches.
import { windowUses, type ScoredWindows } from '../../../core/anomaly/along/scored-windows';
import type { Stretch } from '../../../core/anomaly/along/stretches';
import type { CutSeries } from '../../../core/samples/series/held-out-stretch';
import type { Table } from '../../../core/table';
import { baselineIds, type Baselines } from '../anomaly-state';

/** Points count from 0; `to` is the first point after. Seconds where the rate is known. */
function placeColumns(rate: number | null): string[] {
  return ['recording', 'from', 'to', ...(rate === null ? [] : ['from_s', 'to_s'])];
}

function placeOf(name: string, from: number, to: number, rate: number | null): (string | number)[] {
  return [name, from, to, ...(rate === null ? [] : [from / rate, to / rate])];
}

/** The baselines judge test windows alone. */
export function windowTable(
  { windows }: CutSeries,
  along: readonly ScoredWindows[],
  threshold: number | null,
  baselines: Baselines['scores'],
): Table {
  const { recordings, rate, stride } = windows;
  const known = baselineIds.filter((id) => baselines[id] !== null);
  const rows: Table['rows'][number][] = [];
  along.forEach(({ starts, scores, uses, length }, at) => {
    const recording = recordings[at];
    if (recording === undefined) return;
    const { test } = recording;
    starts.forEach((start, i) => {
      const use = windowUses[uses[i] ?? 0] ?? 'training';
      const score = scores[i] ?? NaN;
      const index = test.first + (start - test.start) / stride;
      rows.push([
        ...placeOf(recording.name, start, start + length, rate),
        use,
        score,
        threshold === null ? null : Number(score > threshold),
        ...known.map((id) => (use === 'test' ? (baselines[id]?.test[index] ?? null) : null)),
      ]);
    });
  });
  return { columns: [...placeColumns(rate), 'part', 'score', 'flagged', ...known], rows };
}

export function stretchTable(
  { windows: { recordings, rate } }: CutSeries,
  stretches: readonly Stretch[],
): Table {
  return {
    columns: ['rank', ...placeColumns(rate), 'part', 'score', 'windows'],
    rows: stretches.map(({ recording, from, to, use, score, windows }, place) => [
      place + 1,
      ...placeOf(recordings[recording]?.name ?? '', from, to, rate),
      use,
      score,
      windows,
    ]),
  };
}
