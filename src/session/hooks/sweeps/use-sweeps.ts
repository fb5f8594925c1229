// The kept sweeps and the one under way, for components.
import { useStore } from 'zustand';
import { useSession } from '../session-context';
import type { SweepState } from '../../sweeps/sweep-record';

/** A part of it; the component renders again when that part is another object or value. */
export function useSweeps<T>(select: (state: SweepState) => T): T {
  return useStore(useSession().sweeps.store, select);
}
