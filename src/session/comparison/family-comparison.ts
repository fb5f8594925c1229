// The four families side by side: which runs are compared when a person presses the button.
import type { StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../../core/experiment/experiment';
import { statusOf } from './comparison';
import type { ComparisonRunner } from './comparison-runner';
import { familyRuns } from './families';

export interface FamilyComparison {
  /** Trains one run of each family, in place of those there are. */
  readonly start: () => void;
  /** Trains, pauses or goes on, whichever the button says. */
  readonly toggle: () => void;
}

export function createFamilyComparison(
  comparison: ComparisonRunner,
  experiment: StoreApi<Experiment>,
): FamilyComparison {
  const { getState } = comparison.store;
  const start = () => comparison.start(familyRuns(experiment.getState(), getState().codeSize));
  return {
    start,
    toggle() {
      const status = statusOf(getState());
      if (status === 'training') comparison.pause();
      else if (status === 'paused') comparison.goOn();
      else start();
    },
  };
}
