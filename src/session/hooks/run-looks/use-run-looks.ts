// What compared runs make of the same samples, for components.
import { useStore } from 'zustand';
import type { LooksState } from '../../run-looks/look-state';
import { createRunLooks, type RunLooks } from '../../run-looks/run-looks';
import { useSession } from '../session-context';

export function useRunLooks(): RunLooks {
  return useSession().applications.open(createRunLooks);
}

/** A part of it; the component renders again when that part is another object or value. */
export function useLooks<T>(select: (state: LooksState) => T): T {
  return useStore(useRunLooks().store, select);
}
