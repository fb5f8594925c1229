// What a person has chosen so far, against what there is to choose from. A choice that is not on offer counts as not made.
import type { ImportChoices } from '../../../../core/import/import-api';
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
