// The trial of the compared runs, for components.
import { useCallback } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { trialJobs } from '../../comparison/trial/trial-jobs';
import type { Trial } from '../../comparison/trial/trial-state';
import { useSession } from '../session-context';

/** The store itself, for components that follow it only while they are in view. */
export function useTrialStore(): StoreApi<Trial> {
  return useSession().trial.store;
}

/** An effect that asks whatever the trial does not know yet, until the function that it returns is called. */
export function useWatchTrial(): () => () => void {
  const { trial } = useSession();
  return useCallback(() => trial.watch(trialJobs), [trial]);
}
