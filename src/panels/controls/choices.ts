// Every setting that chooses one thing of a registry, and what a person should know before choosing.
import { activations, codeActivations, outputActivations } from '../../catalog/activations/registry';
import { architectures } from '../../catalog/architectures/registry';
import { codeKinds } from '../../catalog/code-kinds/registry';
import { corruptions } from '../../catalog/corruptions/registry';
import { datasets } from '../../catalog/datasets/registry';
import { losses } from '../../catalog/losses/registry';
import { optimizers } from '../../catalog/optimizers/registry';
import { schedules } from '../../catalog/schedules/registry';
import { sparsityPenalties } from '../../catalog/sparsity/registry';
import { controlText } from '../../core/control-texts';
import { difference, type Experiment, type Setting } from '../../core/experiment';
import { countText } from '../../core/number-text';
import { inEffect, whyNot, withPatch } from '../../core/rules';

/** Settings that choose one entry of a registry by its id. */
export type ChoiceSetting = {
  [S in Setting]: Experiment[S] extends string ? S : never;
}[Setting];

interface Choice {
  label: string;
  summary: string;
  /** In TeX. */
  formula?: string;
}

const registries: { [S in ChoiceSetting]: Readonly<Record<Experiment[S], Choice>> } = {
  dataset: datasets,
  architecture: architectures,
  codeKind: codeKinds,
  codeActivation: codeActivations,
  activation: activations,
  outputActivation: outputActivations,
  noise: corruptions,
  loss: losses,
  sparsity: sparsityPenalties,
  optimizer: optimizers,
  schedule: schedules,
};

/** The entries a setting chooses from, by id, in the order in which they are offered. */
export function choicesOf<S extends ChoiceSetting>(setting: S): Readonly<Record<Experiment[S], Choice>> {
  return registries[setting];
}

export interface Option<T extends string> {
  value: T;
  label: string;
  disabled: boolean;
}

/** The options of a setting; disabled are those that cannot work with the rest of the experiment. */
export function optionsFor<S extends ChoiceSetting>(
  experiment: Experiment,
  setting: S,
): Option<Experiment[S]>[] {
  return (Object.keys(registries[setting]) as Experiment[S][]).map((value) => ({
    value,
    label: registries[setting][value].label,
    disabled: value !== experiment[setting] && whyNot(experiment, setting, value) !== undefined,
  }));
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** One sentence for each reason why options cannot be chosen, and for each option that would change something else too. */
export function remarksOn(experiment: Experiment, setting: ChoiceSetting): string[] {
  const barred = new Map<string, string[]>();
  const bringing: string[] = [];
  for (const { value, label } of optionsFor(experiment, setting)) {
    if (value === experiment[setting]) continue;
    const reason = whyNot(experiment, setting, value);
    const brought = reason === undefined ? broughtAlong(experiment, setting, value) : [];
    if (reason !== undefined) barred.set(reason, [...(barred.get(reason) ?? []), label]);
    if (brought.length > 0) bringing.push(`${label} also sets ${list.format(brought)}.`);
  }
  return [
    ...Array.from(barred, ([reason, labels]) => `${list.format(labels)} cannot be chosen: ${reason}`),
    ...bringing,
  ];
}

/** What choosing a value changes beside it, such as `Code activation to Sigmoid`. */
function broughtAlong<S extends ChoiceSetting>(
  experiment: Experiment,
  setting: S,
  value: Experiment[S],
): string[] {
  const chosen: Experiment = { ...experiment, [setting]: value };
  const after = withPatch(experiment, { [setting]: value });
  return inEffect(Object.keys(difference(chosen, after)) as Setting[], experiment, after).map(
    (other) => `${controlText(other).label} to ${valueText(other, after)}`,
  );
}

function valueText(setting: Setting, experiment: Experiment): string {
  const value = experiment[setting];
  if (typeof value === 'number') return countText(value);
  if (typeof value !== 'string') return value.join(' · ');
  return registries[setting as ChoiceSetting][value as never]['label'];
}
