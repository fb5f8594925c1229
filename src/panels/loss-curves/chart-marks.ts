// Events of a run as labels on the chart. A drag makes dozens of changes, so nearby changes of the same settings merge
// into one mark at the first change, labelled with the final value.
import { t } from '@lingui/core/macro';
import type { RunMark } from '../../core/run/run-mark';
import type { ChartMark } from '../../ui/chart/series';
import { patchText } from './words';

/** Marks closer than this share of the axis merge. */
const near = 0.02;

/** @param lastStep the right end of the axis */
export function chartMarks(marks: readonly RunMark[], lastStep: number): ChartMark[] {
  const groups: { mark: RunMark; until: number }[] = [];
  for (const mark of marks) {
    const before = groups.at(-1);
    if (before && isContinued(before.mark, mark) && mark.step - before.until <= near * lastStep) {
      groups[groups.length - 1] = { mark: { ...mark, step: before.mark.step }, until: mark.step };
    } else groups.push({ mark, until: mark.step });
  }
  return groups.map(({ mark }) => ({
    x: mark.step,
    label: mark.kind === 'restored' ? t`set back` : patchText(mark.patch),
  }));
}

function isContinued(before: RunMark, mark: RunMark): boolean {
  if (before.kind !== 'changed' || mark.kind !== 'changed') return before.kind === mark.kind;
  return Object.keys(before.patch).join() === Object.keys(mark.patch).join();
}
