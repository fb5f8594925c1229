// The runs as lines of a chart. Each differs from the others in its colour and its strokes, and ends in its letter.
import type { ComparedRun } from '../../../session/run-comparison/compared-run';
import type { ThemeName } from '../../../ui/colours';
import type { ChartSeries } from '../../../ui/chart/series';
import { lineColour } from '../../../ui/chart/sweep/sweep-colours';

import { runLetter } from '../../../session/archive/run-name';
import { pointsOf, smoothed, type CurveId, type Over } from './curve-kinds';

const dashes = [undefined, '8 3', '2 3', '9 3 2 3'] as const;

/** Six colours and four kinds of strokes: no two of the first twelve share both. */
export function lineLook(theme: ThemeName, place: number): { colour: string; dash?: string; width: number } {
  const dash = dashes[place % dashes.length];
  return { colour: lineColour(theme, place), width: 2, ...(dash !== undefined && { dash }) };
}

interface LineChoice {
  readonly curve: CurveId;
  readonly over: Over;
  /** Of the moving average; 0: the line as measured. */
  readonly weight: number;
  readonly theme: ThemeName;
}

/** @param names of the runs, in their order */
export function runLines(
  runs: readonly ComparedRun[],
  names: readonly string[],
  { curve, over, weight, theme }: LineChoice,
): ChartSeries[] {
  return runs.map((run, place) => {
    const { x, y } = pointsOf(run, curve, over);
    return {
      id: run.runId,
      label: `${runLetter(place)} · ${names[place] ?? ''}`,
      endName: runLetter(place),
      ...lineLook(theme, place),
      x,
      y: weight > 0 ? smoothed(y, weight) : y,
    };
  });
}

/** The lines as measured, behind the smooth ones. */
export function paleLines(
  runs: readonly ComparedRun[],
  { curve, over, theme }: Omit<LineChoice, 'weight'>,
): ChartSeries[] {
  return runs.map((run, place) => ({
    id: `${run.runId} measured`,
    label: '',
    isBackdrop: true,
    colour: `color-mix(in srgb, ${lineLook(theme, place).colour} 30%, var(--surface))`,
    width: 1,
    ...pointsOf(run, curve, over),
  }));
}
