// What the person points at, for components.
import { useStore } from 'zustand';
import { useSession } from './session-context';
import type { Selection } from '../selection/selection';

/** A part of it; the component renders again when that part is another object or value. */
export function useSelection<T>(select: (selection: Selection) => T): T {
  return useStore(useSession().selection.store, select);
}
