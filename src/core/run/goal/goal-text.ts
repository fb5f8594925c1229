// A goal in a link: `5epochs`, `60seconds`, `0.02mse`.
import { t } from '@lingui/core/macro';
import { goalRanges, type Goal, type GoalKind } from './goal';

const units = { epochs: 'epochs', seconds: 'seconds', testMse: 'mse' } as const satisfies Record<
  GoalKind,
  string
>;

export function goalText({ kind, value }: Goal): string {
  return `${value}${units[kind]}`;
}

/** @returns the goal, or one sentence that says what is wrong with the text */
export function readGoal(text: string): { goal: Goal } | { problem: string } {
  const [, number = '', unit = ''] = /^(\d+\.?\d*|\.\d+)([a-z]+)$/i.exec(text.trim()) ?? [];
  const kind = (Object.keys(units) as GoalKind[]).find((one) => units[one] === unit.toLowerCase());
  const shown = `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
  if (kind === undefined) {
    return {
      problem: t`until ${shown} is not valid: it must be a number followed by epochs, seconds or mse, such as 5epochs.`,
    };
  }
  const { min, max } = goalRanges[kind];
  const value = Number(number);
  if (value >= min && value <= max) return { goal: { kind, value } };
  return {
    problem: t`until ${shown} was left out: ${{ unit: units[kind] }} go from ${{ min: String(min) }} to ${{ max: String(max) }}.`,
  };
}
