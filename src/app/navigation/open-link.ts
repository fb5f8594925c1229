// A link that is opened while the page stands (back, forward), and what is said about a link with nonsense in it.
import { plural, t } from '@lingui/core/macro';
import { isOwn } from '../../core/experiment/dataset-id';
import { difference } from '../../core/experiment/experiment';
import type { ReadExperiment } from '../../core/experiment/url/experiment-url';
import type { Session } from '../../session/session';

/** Whatever a teacher's link hides is hidden from the start. What of it was left out, in a sentence each. */
export async function followTeacher(): Promise<string[]> {
  if (!new URLSearchParams(location.search).has('teach')) return [];
  try {
    const { takeTeacherLink } = await import('../../session/shared-link/teacher-link');
    return takeTeacherLink(location.search);
  } catch {
    return [t`Its text and what it hides did not load: reload the page.`];
  }
}

export function openLink(session: Session, read: ReadExperiment): void {
  session.run.change(difference(session.run.experiment.getState(), read.experiment));
  takeFromLink(session, read);
}

/** What a link holds beside its experiment: the name of a data set that may not be here, how far to train, and nonsense. */
export function takeFromLink(session: Session, read: ReadExperiment): void {
  const { experiment, problems, dataName, until } = read;
  if (isOwn(experiment.dataset) && dataName !== undefined) {
    session.datasets.nameLinked(experiment.dataset, dataName);
  }
  tellProblems(session, [...problems, ...session.run.goals.takeFromLink(until)]);
}

/** Problems that are told in full. */
const mostShown = 6;

export function tellProblems({ notices }: Session, problems: readonly string[]): void {
  if (problems.length === 0) return;
  notices.show({
    key: 'link',
    kind: 'warning',
    message: plural(problems.length, {
      one: 'One thing in this link was changed.',
      other: '# things in this link were changed.',
    }),
    detail: shortened(problems),
  });
}

/** A link can hold any amount of nonsense; the first of it shows what kind it is. */
function shortened(problems: readonly string[]): string {
  const more = problems.length - mostShown;
  const shown = problems.slice(0, more === 1 ? problems.length : mostShown);
  return [...shown, ...(more > 1 ? [t`And ${more} more.`] : [])].join(' ');
}
