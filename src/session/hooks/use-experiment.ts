// The experiment as chosen with the controls, for components.
import { useStore } from 'zustand';
import { useSession } from './session-context';
import type { Experiment } from '../../core/experiment/experiment';

/** A part of it; the component renders again when that part is another object or value. */
export function useExperiment<T>(select: (experiment: Experiment) => T): T {
  return useStore(useSession().run.experiment, select);
}
