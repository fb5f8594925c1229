// The run that is shown. Written by actions.ts alone; panels read it through `useRun`, as narrowly as they can.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { defaultExperiment } from '../core/experiment';
import { newRun, type Run } from './run';

export const runStore = createStore<Run>()(() => newRun(0, defaultExperiment, null));

/** A part of the run; the component renders again when that part is another object or value. */
export function useRun<T>(select: (run: Run) => T): T {
  return useStore(runStore, select);
}
