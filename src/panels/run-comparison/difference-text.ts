// What runs differ in, in a sentence or two. Pure.
import { t } from '@lingui/core/macro';
import { listText } from '../../core/language/formats';
import { controlText } from '../../core/experiment/control-texts';
import { countText } from '../../core/number-text';
import type { ComparedRun } from '../../session/run-comparison/compared-run';
import { haveSameData } from '../../session/run-comparison/comparable';
import type { SettingRow } from '../../session/run-comparison/setting-rows';
import { cellText, dataNames } from './value-words';

/** Differences that a sentence can hold with their values. */
const mostNamed = 4;
/** Values that a sentence can hold of one setting. */
const mostValues = 5;

type Told = Pick<ComparedRun, 'experiment' | 'facts' | 'marks' | 'step'>;

/**
 * `They differ only in the bottleneck size: 2, 16 and 64.`, and what else makes their numbers differ: other data, more steps.
 * @param rows of these runs (`settingRows`)
 */
export function differenceText(runs: readonly Told[], rows: readonly SettingRow[]): string {
  const main = rows.filter(({ differs, follows }) => differs && !follows);
  return [settingsText(runs, main), ...dataText(runs), ...stepsText(runs, main)].join(' ');
}

function settingsText(runs: readonly Told[], rows: readonly SettingRow[]): string {
  const [only] = rows;
  if (only === undefined) return t`They have the same settings and the same seed.`;
  if (rows.length > 1) {
    const named = rows.slice(0, mostNamed).map((row) => `${nameOf(row)} (${valuesText(row, runs)})`);
    const others = rows.length - named.length;
    const list = listText(others > 0 ? [...named, t`${others} more`] : named);
    return t`They differ in ${{ count: rows.length }} settings: ${list}.`;
  }
  if (only.setting === 'seed') return t`Only the seed differs, so any difference in the results is chance.`;
  return t`They differ only in the ${{ setting: nameOf(only) }}: ${{ values: valuesText(only, runs) }}.`;
}

function nameOf({ setting }: SettingRow): string {
  const { label } = controlText(setting);
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** Each value once, in the order of the runs. */
function valuesText({ setting, cells }: SettingRow, runs: readonly Told[]): string {
  const texts = cells.map((cell, place) =>
    cell.value === null && cell.changes.length === 0
      ? t`not used`
      : cellText(setting, cell, dataNames(runs[place])),
  );
  const values = [...new Set(texts)];
  return values.length > mostValues ? t`${{ count: values.length }} values` : listText(values);
}

function dataText(runs: readonly Told[]): string[] {
  return haveSameData(runs)
    ? []
    : [t`Their errors were measured on different data, so they cannot be compared.`];
}

function stepsText(runs: readonly Told[], rows: readonly SettingRow[]): string[] {
  const steps = [...new Set(runs.map(({ step }) => step))];
  if (steps.length < 2) return [];
  const low = countText(Math.min(...steps));
  const high = countText(Math.max(...steps));
  const text = t`${low} to ${high} steps`;
  return [
    rows.length === 0
      ? t`They were trained for different numbers of steps, ${text}: what differs is how far they have got.`
      : t`They were also trained for different numbers of steps, ${text}.`,
  ];
}
