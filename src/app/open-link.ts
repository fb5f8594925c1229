// A link that is opened while the page stands (back, forward), and what is said about a link with nonsense in it.
import { difference } from '../core/experiment';
import type { ReadExperiment } from '../core/experiment-url';
import { changeExperiment } from '../session/actions';
import { experimentStore } from '../session/experiment-store';
import { notify } from '../session/notice-store';

export function openLink({ experiment, problems }: ReadExperiment): void {
  changeExperiment(difference(experimentStore.getState(), experiment));
  tellProblems(problems);
}

export function tellProblems(problems: readonly string[]): void {
  if (problems.length === 0) return;
  notify({
    key: 'link',
    kind: 'warning',
    message:
      problems.length === 1
        ? 'One thing in this link was not taken as it stood.'
        : `${problems.length} things in this link were not taken as they stood.`,
    detail: problems.join(' '),
  });
}
