// Flagged windows that overlap or touch are one stretch of the recording. Pure.
import { windowUses, type ScoredWindows, type WindowUse } from './scored-windows';

export interface Stretch {
  /** Index of the recording. */
  readonly recording: number;
  /** Points from the beginning of the recording; `to` is the first point after it. */
  readonly from: number;
  readonly to: number;
  /** The highest of its windows. */
  readonly score: number;
  /** The first point of the window that has it. */
  readonly peak: number;
  readonly windows: number;
  readonly use: WindowUse;
}

/** In order of time. Windows of different uses are never one stretch: what was trained on says less. */
export function flaggedStretches(
  { starts, scores, uses, length }: ScoredWindows,
  threshold: number,
  recording: number,
): Stretch[] {
  const found: Stretch[] = [];
  // Windows of each use by themselves: a held-out window may overlap one of the training stretch.
  windowUses.forEach((use, place) => {
    let open = false;
    for (let i = 0; i < starts.length; i++) {
      const score = scores[i]!;
      if (uses[i] !== place || !(score > threshold)) continue;
      const from = starts[i]!;
      const to = from + length;
      const last = open ? found.at(-1) : undefined;
      if (last && from <= last.to) found[found.length - 1] = extended(last, to, score, from);
      else found.push({ recording, from, to, score, peak: from, windows: 1, use });
      open = true;
    }
  });
  return found.sort((a, b) => a.from - b.from);
}

/** The highest score first. */
export function rankedStretches(stretches: readonly Stretch[]): Stretch[] {
  return stretches.toSorted((a, b) => b.score - a.score || a.from - b.from);
}

function extended(stretch: Stretch, to: number, score: number, start: number): Stretch {
  const higher = score > stretch.score ? { score, peak: start } : {};
  return { ...stretch, ...higher, to, windows: stretch.windows + 1 };
}
