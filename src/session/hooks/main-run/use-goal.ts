import { useStore } from 'zustand';
import type { Goal } from '../../../core/run/goal';
import { useSession } from '../session-context';
import { useRun } from '../use-run';

/** How far the main run is to train by itself, and whether it is past that. */
export function useGoal(): { goal: Goal | null; isDone: boolean } {
  const { run } = useSession();
  const { goal, doneBy } = useStore(run.goals.store);
  const isDone = useRun(({ runId }) => runId === doneBy);
  return { goal, isDone };
}
