// What a person has chosen so far, against what there is to choose from. A choice that is not on offer counts as not made.
import type { ImportChoices } from '../../../../core/import/import-api';
import type { SeriesChoices } from '../../../../core/import/series-import';
import type { Arrangement } from './arrangement';

/** Only what a person has changed: the rest follows from the files. */
export type Chosen = Partial<ImportChoices>;

/** The likeliest one where the chosen shape is none of them, as after a change of the label column. */
export function chooseArrangement(
  arrangements: readonly Arrangement[],
  shape: ImportChoices['shape'] | undefined,
): Arrangement {
  const [likeliest] = arrangements;
  if (likeliest === undefined) throw new Error('No arrangement to choose from.');
  return arrangements.find((each) => each.shape.join() === shape?.join()) ?? likeliest;
}

/** The first one on offer unless another was chosen. */
export function chooseOffered<T>(offered: readonly [T, ...T[]], chosen: T | undefined): T {
  return offered.find((each) => each === chosen) ?? offered[0];
}

/** Of samples that are not cut from recordings. */
export const noSeries: SeriesChoices = {
  reading: 'rows',
  channels: [],
  timeColumn: null,
  rate: 0,
  windowLength: 0,
  stride: 0,
};

const testShareLimits = { least: 0.05, most: 0.5 } as const;

/** The split, with defaults for what is not chosen. @param offered likeliest first */
export function chooseSplit<T extends ImportChoices['split']>(
  offered: readonly [T, ...T[]],
  chosen: Chosen,
): { split: T; testShare: number; seed: number } {
  const { least, most } = testShareLimits;
  return {
    split: offered.find((split) => split === chosen.split) ?? offered[0],
    testShare: Math.min(most, Math.max(least, chosen.testShare ?? 0.2)),
    seed: chosen.seed ?? 1,
  };
}
