// Values of settings as a person reads them. Pure.
import { t } from '@lingui/core/macro';
import { shownDataset } from '../../catalog/datasets/shown';
import { choiceLabel } from '../../catalog/choice-registries';
import type { Experiment, Setting } from '../../core/experiment/experiment';
import { countText, decimalText, percentText } from '../../core/number-text';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import type { ComparedRun } from '../../session/run-comparison/compared-run';
import type { SettingCell, SettingChange } from '../../session/run-comparison/setting-rows';

/** What is known of the data of a run; null where that is nothing. */
export type DataNames = Pick<DatasetInfo, 'name' | 'classNames'> | null;

const offAtZero: readonly Setting[] = [
  'inputDropout',
  'weightDecay',
  'gradientClip',
  'earlyStopping',
  'betaWarmUp',
];

/** As they are shown. */
export function dataNames(run: Pick<ComparedRun, 'facts'> | undefined): DataNames {
  return run?.facts ? shownDataset(run.facts.dataset) : null;
}

/** `ReLU`, `256 · 64`, `0.002`, `off`. */
export function settingValueText(setting: Setting, value: Experiment[Setting], data: DataNames): string {
  if (Array.isArray(value)) return setting === 'classes' ? classesText(value, data) : value.join(' · ');
  if (typeof value === 'string') {
    if (setting === 'dataset') return data?.name ?? value;
    return choiceLabel(setting, value);
  }
  if (typeof value !== 'number') return '';
  if (setting === 'seed') return String(value);
  if (value === 0 && offAtZero.includes(setting))
    return t({ message: 'off', comment: 'A setting that is not used' });
  if (setting === 'validationShare')
    return value === 0 ? t({ message: 'none', comment: 'No classes' }) : percentText(value);
  return Number.isInteger(value) ? countText(value) : decimalText(value);
}

function classesText(classes: readonly number[], data: DataNames): string {
  if (classes.length === 0) return t({ message: 'all', comment: 'All classes' });
  return classes.map((index) => data?.classNames[index] ?? String(index)).join(', ');
}

/** The value and how it came about: `0.002 → 0.01 at step 500`. */
export function cellText(setting: Setting, { value, changes }: SettingCell, data: DataNames): string {
  const text = (one: Experiment[Setting]) => settingValueText(setting, one, data);
  if (changes.length === 0) return value === null ? '—' : text(value);
  const [first] = changes;
  const path = changes.map((change) => `→ ${text(change.to)} ${placeText(change)}`).join(' ');
  return first?.from === null || first === undefined ? path : `${text(first.from)} ${path}`;
}

function placeText({ step, lastStep }: SettingChange): string {
  return step === lastStep
    ? t`at step ${{ step: countText(step) }}`
    : t`at steps ${{ step: countText(step) }} to ${{ lastStep: countText(lastStep) }}`;
}
