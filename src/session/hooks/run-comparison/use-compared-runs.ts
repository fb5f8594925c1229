// The compared runs, for components: read again when one of them is kept again.
import { useMemo } from 'react';
import { readComparedRuns, type ComparedRuns } from '../../run-comparison/compared-run';
import { useArchive } from '../archive/use-archive';
import { useTask } from '../use-task';

/** Null while they are being read for the first time. */
export function useComparedRuns(ids: readonly string[]): ComparedRuns | null {
  // The same object while they are the same runs.
  const key = JSON.stringify(ids);
  const question = useMemo(() => JSON.parse(key) as string[], [key]);
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
