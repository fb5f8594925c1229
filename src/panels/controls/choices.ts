// The settings that name an entry of a registry: their options, why some are disabled, and side effects of a choice.
import { plural, t } from '@lingui/core/macro';
import { formatLocale } from '../../core/language/languages';
import {
  choiceLabel,
  choiceRegistries,
  type Choice,
  type ChoiceSetting,
} from '../../catalog/choice-registries';
import { isSuited, type Corruption } from '../../catalog/corruptions/corruption';
import { corruptions } from '../../catalog/corruptions/registry';
import { kindOf } from '../../catalog/kinds/kind';
import { controlText } from '../../core/experiment/control-texts';
import { difference, type Experiment, type Setting } from '../../core/experiment/experiment';
import { countText } from '../../core/number-text';
import { inEffect, whyNot, withPatch } from '../../core/experiment/rules';
import { isSignal, type DataKind } from '../../core/samples/sample-kind';
import { crossEntropyOnSignals, otherDataText } from './words';

/** The registry entry that a setting names, as it is on such data. */
export function choiceOf(setting: ChoiceSetting, experiment: Experiment, data: DataKind): Choice {
  const choice = kindOf(choiceRegistries[setting], experiment[setting]);
  return data === 'image' || data === 'spectrum' ? choice : { ...choice, ...choice.onSignals };
}

export interface Option<T extends string> {
  value: T;
  label: string;
  disabled: boolean;
}

/** Noise that is made for other data is listed only where it is chosen, as an address may. */
function isListed(setting: ChoiceSetting, id: string, experiment: Experiment, data: DataKind): boolean {
  return (
    setting !== 'noise' || id === experiment.noise || isSuited(kindOf<Corruption>(corruptions, id), data)
  );
}

/** The options of a setting; those incompatible with the rest of the experiment are disabled. */
export function optionsFor<S extends ChoiceSetting>(
  experiment: Experiment,
  setting: S,
  data: DataKind,
): Option<Experiment[S]>[] {
  const listed = Object.entries(choiceRegistries[setting]).filter(([id]) =>
    isListed(setting, id, experiment, data),
  );
  return listed.map(([id, { label }]) => {
    const value = id as Experiment[S];
    return {
      value,
      label,
      disabled: value !== experiment[setting] && whyNotOn(experiment, setting, value, data) !== undefined,
    };
  });
}

/** Why a setting cannot take this value now, on such data. */
function whyNotOn<S extends ChoiceSetting>(
  experiment: Experiment,
  setting: S,
  value: Experiment[S],
  data: DataKind,
): string | undefined {
  if (setting === 'loss' && value === 'bce' && isSignal(data)) return crossEntropyOnSignals;
  return whyNot(experiment, setting, value);
}

const list = new Intl.ListFormat(formatLocale(), { type: 'conjunction' });

/** One sentence for each reason that disables options, and one for all options that would change the same other settings too. */
export function remarksOn(experiment: Experiment, setting: ChoiceSetting, data: DataKind): string[] {
  const barred = new Map<string, string[]>();
  const bringing = new Map<string, string[]>();
  for (const { value, label } of optionsFor(experiment, setting, data)) {
    if (value === experiment[setting]) continue;
    const reason = whyNotOn(experiment, setting, value, data);
    const brought = reason === undefined ? broughtAlong(experiment, setting, value) : [];
    if (reason !== undefined) barred.set(reason, [...(barred.get(reason) ?? []), label]);
    if (brought.length === 0) continue;
    const what = list.format(brought);
    bringing.set(what, [...(bringing.get(what) ?? []), label]);
  }
  return [
    ...unsuited(experiment, setting, data),
    ...Array.from(
      barred,
      ([reason, labels]) => t`${{ labels: list.format(labels) }} cannot be chosen: ${reason}`,
    ),
    ...Array.from(bringing, ([what, labels]) => {
      const named = list.format(labels);
      return plural(labels.length, {
        one: `${named} also sets ${what}.`,
        other: `${named} also set ${what}.`,
      });
    }),
  ];
}

/** What to know of noise that is made for other data. */
function unsuited({ noise }: Experiment, setting: ChoiceSetting, data: DataKind): string[] {
  const corruption = kindOf<Corruption>(corruptions, noise);
  return setting === 'noise' && !isSuited(corruption, data) ? [otherDataText(corruption, data)] : [];
}

/** The other settings that choosing a value changes, such as `Code activation to Sigmoid`. */
function broughtAlong<S extends ChoiceSetting>(
  experiment: Experiment,
  setting: S,
  value: Experiment[S],
): string[] {
  const chosen: Experiment = { ...experiment, [setting]: value };
  const after = withPatch(experiment, { [setting]: value });
  // A choice of classes goes with its data set without saying.
  const others = (Object.keys(difference(chosen, after)) as Setting[]).filter((each) => each !== 'classes');
  return inEffect(others, experiment, after).map(
    (other) => t`${{ setting: controlText(other).label }} to ${{ value: valueText(other, after) }}`,
  );
}

function valueText(setting: Setting, experiment: Experiment): string {
  const value = experiment[setting];
  if (typeof value === 'number') return countText(value);
  if (typeof value !== 'string') return value.join(' · ');
  return choiceLabel(setting, value);
}
