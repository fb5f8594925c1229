// The run that is shown, for components: they read it as narrowly as they can.
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { useSession } from './session-context';
import type { Run } from '../runs/run';

/** A part of the run; the component renders again when that part is another object or value. */
export function useRun<T>(select: (run: Run) => T): T {
  return useStore(useRunStore(), select);
}

/** The store itself, for components that follow it only while they are in view. */
export function useRunStore(): StoreApi<Run> {
  return useSession().run.store;
}
