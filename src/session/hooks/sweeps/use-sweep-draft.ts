// What is typed for the next sweep, for components.
import { useStore } from 'zustand';
import { useSession } from '../session-context';
import type { SweepDraft } from '../../sweeps/sweep-draft';

/** A part of it; the component renders again when that part is another object or value. */
export function useSweepDraft<T>(select: (draft: SweepDraft) => T): T {
  return useStore(useSession().sweeps.draft.store, select);
}
