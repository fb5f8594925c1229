// The settings of several runs side by side: what each ends with, and how it got there. Pure.
import {
  sameValue,
  settings,
  type Experiment,
  type ExperimentPatch,
  type Setting,
} from '../../core/experiment/experiment';
import { isUsed } from '../../core/experiment/rules';
import type { RunMark } from '../../core/run/run-mark';
import type { ComparedRun } from './compared-run';

type SettingValue = Experiment[Setting];

/** A change on the way. */
export interface SettingChange {
  /** The last step without it, and for a drag the last step before it ended. */
  readonly step: number;
  readonly lastStep: number;
  /** Null where it was not noted. */
  readonly from: SettingValue | null;
  readonly to: SettingValue;
}

export interface SettingCell {
  /** What the run ends with; null where the setting has no effect there. */
  readonly value: SettingValue | null;
  /** Oldest first. */
  readonly changes: readonly SettingChange[];
}

export interface SettingRow {
  readonly setting: Setting;
  /** One for each run. */
  readonly cells: readonly SettingCell[];
  readonly differs: boolean;
  /** It differs only in that some runs do not use it: another setting says so already. */
  readonly follows: boolean;
}

type Settled = Pick<ComparedRun, 'experiment' | 'marks' | 'step'>;

/** A row for each setting that at least one of the runs uses, in the order of the schema. */
export function settingRows(runs: readonly Settled[]): SettingRow[] {
  return settings
    .map((setting) => rowOf(setting, runs))
    .filter(({ cells }) => cells.some(({ value, changes }) => value !== null || changes.length > 0));
}

function rowOf(setting: Setting, runs: readonly Settled[]): SettingRow {
  const cells = runs.map(({ experiment, marks, step }) => ({
    value: isUsed(setting, experiment) ? experiment[setting] : null,
    changes: changesOf(setting, marks, step).filter(
      // One after the last step that was trained: it is in no weights that are kept.
      (change) => change.step < step || sameValue(change.to, experiment[setting]),
    ),
  }));
  const differs = new Set(cells.map((cell) => JSON.stringify(cell))).size > 1;
  const used = cells.filter(({ value }) => value !== null).map(({ value }) => JSON.stringify(value));
  const isChanged = cells.some(({ changes }) => changes.length > 0);
  return {
    setting,
    cells,
    differs,
    follows: differs && !isChanged && used.length < cells.length && new Set(used).size === 1,
  };
}

/** Changes closer than this share of a run are one: a drag makes dozens. */
const near = 0.02;

function changesOf(setting: Setting, marks: readonly RunMark[], steps: number): SettingChange[] {
  const changes: SettingChange[] = [];
  for (const mark of marks) {
    const to = mark.kind === 'changed' ? mark.patch[setting] : undefined;
    if (mark.kind !== 'changed' || to === undefined) continue;
    const last = changes.at(-1);
    if (last && mark.step - last.lastStep <= near * steps)
      changes[changes.length - 1] = { ...last, lastStep: mark.step, to };
    else
      changes.push({
        step: mark.step,
        lastStep: mark.step,
        from: valueBefore(setting, mark.before, last),
        to,
      });
  }
  return changes.filter(({ from, to }) => from === null || !sameValue(from, to));
}

function valueBefore(
  setting: Setting,
  before: ExperimentPatch | undefined,
  last: SettingChange | undefined,
): SettingValue | null {
  return before?.[setting] ?? last?.to ?? null;
}
