// What kept runs are called, and how compared ones are told apart.
import { t } from '@lingui/core/macro';
import { shownDataName } from '../../catalog/datasets/shown';
import { familyName } from '../../catalog/families/registry';
import { inEnglish } from '../../core/language/english';
import type { RunEntry } from './run-entry';

/** What the person calls it, or what it is: `Denoising · code 32 · MNIST`. */
export function runName({
  name,
  experiment,
  data,
}: Pick<RunEntry, 'name' | 'experiment'> & { data: Pick<RunEntry['data'], 'name'> }): string {
  if (name !== null) return name;
  const family = familyName(experiment);
  const first = family.charAt(0).toUpperCase() + family.slice(1);
  return t`${{ family: first }} · code ${{ size: experiment.codeSize }} · ${{ data: shownDataName(experiment.dataset, data.name) }}`;
}

/** The same in files, which speak English. */
export function runNameInFiles(run: Parameters<typeof runName>[0]): string {
  return run.name ?? inEnglish(() => runName(run));
}

const letters = 'ABCDEFGHIJ';

/** `A` for the first of the compared runs: they are often called the same. */
export function runLetter(place: number): string {
  return letters.charAt(place);
}
