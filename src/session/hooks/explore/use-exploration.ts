// What the person explores, for components.
import { useStore } from 'zustand';
import { useSession } from '../session-context';
import type { Exploration } from '../../explore/exploration';

/** A part of it; the component renders again when that part is another object or value. */
export function useExploration<T>(select: (exploration: Exploration) => T): T {
  return useStore(useSession().explore.store, select);
}
