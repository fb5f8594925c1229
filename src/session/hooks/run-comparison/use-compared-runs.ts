// The compared runs, for components: read again when one of them is kept again.
import { useMemo } from 'react';
import { readComparedRuns, type ComparedRuns } from '../../run-comparison/compared-run';
import { useArchive } from '../archive/use-archive';
import { useTask } from '../use-task';

/** Null while they are being read for the first time. */
export function useComparedRuns(ids: readonly string[]): ComparedRuns | null {
  const key = ids.join(' ');
  const question = useMemo(() => key.split(' '), [key]);
  const changes = useArchive(({ entries }) =>
    entries
      .filter(({ id }) => question.includes(id))
      .map(({ id, changedAt }) => `${id} ${changedAt}`)
      .sort()
      .join(),
  );
  const asked = useTask(question, (one, { archivist }) => readComparedRuns(archivist, one), {
    again: changes,
  });
  return asked?.question === question ? asked.answer : null;
}
