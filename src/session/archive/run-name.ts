// What kept runs are called, and how compared ones are told apart.
import { t } from '@lingui/core/macro';
import { familyName } from '../../catalog/families/registry';
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
  return t`${{ family: first }} · code ${{ size: experiment.codeSize }} · ${{ data: data.name }}`;
}

const letters = 'ABCDEFGHIJ';

/** `A` for the first of the compared runs: they are often called the same. */
export function runLetter(place: number): string {
  return letters.charAt(place);
}
