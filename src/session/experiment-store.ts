// The experiment as chosen with the controls; the run follows it (actions.ts).
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { defaultExperiment, type Experiment } from '../core/experiment';

export const experimentStore = createStore<Experiment>()(() => defaultExperiment);

/** A part of the chosen experiment. */
export function useExperiment<T>(select: (experiment: Experiment) => T): T {
  return useStore(experimentStore, select);
}
