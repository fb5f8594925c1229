// How far the main run trains by itself. The goal stands for every run that comes: one that has reached it is paused there once, and
// trains on past it when it is asked to.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TrainingEvent } from '../../../core/engine-api/events';
import { isReached, type Goal, type RunProgress } from '../../../core/run/goal';
import { goalText, readGoal } from '../../../core/run/goal-text';
import type { RunId } from '../../../core/run/stamp';
import type { Run } from '../../runs/run';

export interface GoalState {
  readonly goal: Goal | null;
  /** The run that has reached the goal, or had passed it when it was set. */
  readonly doneBy: RunId | null;
}

export interface Goals {
  readonly store: StoreApi<GoalState>;
  readonly set: (goal: Goal | null) => void;
  /** As an address tells it; null where there is none. */
  readonly inLink: () => string | null;
  /** Takes the goal of a link. @returns what is wrong with it: one sentence or none */
  readonly takeFromLink: (until: string | undefined) => string[];
  /** What a run is still to reach; null: nothing. */
  readonly ahead: (run: Run) => Goal | null;
  /** It is about to train, or another goal stands: one that it has passed is done. */
  readonly noteTraining: (run: Run) => void;
  /** The run after an event: it no longer wants to train once the goal is reached. */
  readonly follow: (run: Run, event: TrainingEvent) => Run;
  /** The goal that a run has reached, once it has paused for it: told once. */
  readonly takeReached: (run: Run) => Goal | null;
}

export interface GoalPorts {
  /** Another goal stands. */
  readonly onSet: () => void;
  /** The page counts the seconds, so the page pauses. */
  readonly pause: (id: RunId) => void;
}

export function createGoals({ onSet, pause }: GoalPorts): Goals {
  const store = createStore<GoalState>()(() => ({ goal: null, doneBy: null }));
  let untold: RunId | null = null;

  function ahead({ runId }: Run): Goal | null {
    const { goal, doneBy } = store.getState();
    return doneBy === runId ? null : goal;
  }

  function reach(run: Run): Run {
    store.setState({ doneBy: run.runId });
    untold = run.runId;
    return { ...run, wantsTraining: false };
  }

  function set(goal: Goal | null): void {
    store.setState({ goal, doneBy: null });
    untold = null;
    onSet();
  }

  return {
    store,
    ahead,
    set,
    inLink() {
      const { goal } = store.getState();
      return goal && goalText(goal);
    },
    takeFromLink(until) {
      const read = until === undefined ? { goal: null } : readGoal(until);
      set('goal' in read ? read.goal : null);
      return 'problem' in read ? [read.problem] : [];
    },
    noteTraining(run) {
      const goal = ahead(run);
      if (goal !== null && isReached(goal, progressOf(run))) store.setState({ doneBy: run.runId });
    },
    follow(run, event) {
      const goal = ahead(run);
      if (goal === null || !run.wantsTraining) return run;
      if (event.type === 'paused' && event.reason === 'finished') return reach(run);
      if (event.type !== 'progress' || goal.kind !== 'seconds' || !isReached(goal, progressOf(run)))
        return run;
      pause(run.runId);
      return reach(run);
    },
    takeReached({ runId }) {
      if (untold !== runId) return null;
      untold = null;
      return store.getState().goal;
    },
  };
}

/** How far a run is towards any goal. */
export function progressOf({ epoch, step, clock, testAll }: Run): RunProgress {
  const isNow = testAll !== null && !testAll.outdated && testAll.evaluation.step === step;
  return { epoch, seconds: trainingSeconds(clock), testMse: isNow ? testAll.evaluation.mse : null };
}

function trainingSeconds(clock: Run['clock']): number | null {
  return clock?.seconds.at(-1) ?? null;
}
