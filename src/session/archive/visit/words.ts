// What the page says when a new visit begins.
import { t } from '@lingui/core/macro';
import { shownDataName } from '../../../catalog/datasets/shown';
import { familyName } from '../../../catalog/families/registry';
import { countText } from '../../../core/number-text';
import type { OpenOutcome } from '../archivist';
import type { RunEntry } from '../run-entry';

/** `Continue with Sparse KL, step 1,200, MNIST?`, or with the name that the person gave it. */
export function lastRunText({
  name,
  experiment,
  step,
  data,
}: Pick<RunEntry, 'name' | 'experiment' | 'step' | 'data'>): { message: string; detail: string } {
  const family = familyName(experiment);
  const called = name ?? family.charAt(0).toUpperCase() + family.slice(1);
  return {
    message: t`Continue with ${called}, step ${{ step: countText(step) }}, ${{ data: shownDataName(experiment.dataset, data.name) }}?`,
    detail: t`It was trained last in this browser. Every run is listed in Compare, Runs.`,
  };
}

/** Not the name of the button in the list of runs. */
export const goOnLabel = t`Continue it`;

const reasons: Readonly<Record<Exclude<OpenOutcome, 'opened'>, string>> = {
  elsewhere: t`Another tab is training this run now.`,
  gone: t`This run is no longer kept: another tab may have deleted it.`,
  unreadable: t`This run was kept by another version of the page, and cannot be read.`,
};

export function notOpenedText(outcome: Exclude<OpenOutcome, 'opened'>): string {
  return reasons[outcome];
}
