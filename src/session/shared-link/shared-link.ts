// The teacher's link that the page was opened with: which parts of the page it hides or locks, until somebody unlocks them. It keeps
// a lesson simple and protects nothing.
import { createStore } from 'zustand/vanilla';
import type { Part, PartState, TeacherLink } from './parts';

export interface SharedLink {
  readonly link: TeacherLink;
  /** Its part of the address, `&teach=1&…`: it stays there whatever is changed. */
  readonly search: string;
  readonly isUnlocked: boolean;
}

/** Null in a page that was opened with any other link. */
export const sharedLinkStore = createStore<{ readonly shared: SharedLink | null }>()(() => ({
  shared: null,
}));

export function partState(part: Part): PartState {
  const { shared } = sharedLinkStore.getState();
  if (shared === null || shared.isUnlocked) return 'shown';
  if (shared.link.hidden.includes(part)) return 'hidden';
  return shared.link.locked.includes(part) ? 'locked' : 'shown';
}
