// The settings of an experiment in words: first those that differ from the defaults, then the others. Pure.
import { t } from '@lingui/core/macro';
import { choiceLabel } from '../../catalog/choice-registries';
import { controlText } from '../../core/experiment/control-texts';
import {
  defaultsOn,
  sameValue,
  settings,
  type Experiment,
  type Setting,
} from '../../core/experiment/experiment';
import { isUsed } from '../../core/experiment/rules';
import { valueText } from '../../core/number-text';

export interface SettingValue {
  readonly setting: Setting;
  readonly label: string;
  readonly value: string;
}

/** Those that the experiment uses. The data set stands elsewhere. @param classNames of the data set */
export function settingValues(
  experiment: Experiment,
  classNames: readonly string[],
): { chosen: SettingValue[]; usual: SettingValue[] } {
  const usual = defaultsOn(experiment.dataset);
  const used = settings.filter((setting) => setting !== 'dataset' && isUsed(setting, experiment));
  const isUsual = (setting: Setting) => sameValue(experiment[setting], usual[setting]);
  const inWords = (setting: Setting): SettingValue => ({
    setting,
    label: controlText(setting).label,
    value: valueOf(setting, experiment, classNames),
  });
  return {
    chosen: used.filter((setting) => !isUsual(setting)).map(inWords),
    usual: used.filter(isUsual).map(inWords),
  };
}

/** Classes that are named in full. */
const mostNamed = 12;

function valueOf(setting: Setting, experiment: Experiment, classNames: readonly string[]): string {
  const value = experiment[setting];
  if (typeof value === 'number') return valueText(value);
  if (typeof value === 'string') return choiceLabel(setting, value);
  if (setting === 'hidden')
    return value.length === 0 ? t({ message: 'none', comment: 'No classes' }) : value.join(' · ');
  if (value.length === 0) return 'all';
  const names = value.slice(0, mostNamed).map((index) => classNames[index] ?? String(index));
  return value.length > mostNamed
    ? t`${{ names: names.join(', ') }} and ${{ count: value.length - mostNamed }} more`
    : names.join(', ');
}
