// The settings whose value names an entry of a registry, each with its registry: what a control offers, and what a value is called.
import type { Experiment, Setting } from '../core/experiment/experiment';
import type { SampleText } from '../core/samples/words/sample-words';
import { activations, codeActivations, outputActivations } from './activations/registry';
import { architectures } from './architectures/registry';
import { codeKinds } from './code-kinds/registry';
import { corruptions } from './corruptions/registry';
import { findKind } from './kinds/kind';
import { lossPlaces } from './loss-on/registry';
import { losses } from './losses/registry';
import { maskInputs } from './mask-inputs/registry';
import { optimizers } from './optimizers/registry';
import { schedules } from './schedules/registry';
import { sparsityPenalties } from './sparsity/registry';

/** Settings whose value is the id of a registry entry. Data sets are more than the registry has. */
export type ChoiceSetting = Exclude<
  {
    [S in Setting]: Experiment[S] extends string ? S : never;
  }[Setting],
  'dataset'
>;

export interface Choice {
  label: string;
  summary: SampleText;
  /** In TeX. */
  formula?: string;
  /** What differs on signals. */
  onSignals?: Partial<Pick<Choice, 'summary' | 'formula'>>;
}

export const choiceRegistries: Readonly<Record<ChoiceSetting, Readonly<Record<string, Choice>>>> = {
  architecture: architectures,
  codeKind: codeKinds,
  codeActivation: codeActivations,
  activation: activations,
  outputActivation: outputActivations,
  noise: corruptions,
  maskInput: maskInputs,
  loss: losses,
  lossOn: lossPlaces,
  sparsity: sparsityPenalties,
  optimizer: optimizers,
  schedule: schedules,
};

/** What the entry that `setting` names is called; the id itself where there is no such entry, as in a run of another version. */
export function choiceLabel(setting: Setting, id: string): string {
  const registry = findKind<Readonly<Record<string, Choice>>>(choiceRegistries, setting);
  return (registry && findKind(registry, id)?.label) ?? id;
}
