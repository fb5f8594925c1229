// What the teacher's link, if the page was opened with one, does to a part of the page.
import { t } from '@lingui/core/macro';
import { useStore } from 'zustand';
import type { Part } from '../../shared-link/parts';
import { partState, sharedLinkStore, type SharedLink } from '../../shared-link/shared-link';

export interface PartAccess {
  readonly isHidden: boolean;
  /** Why it is locked. */
  readonly lockedBy: string | undefined;
}

export function usePart(part: Part): PartAccess {
  const state = useStore(sharedLinkStore, () => partState(part));
  return { isHidden: state === 'hidden', lockedBy: state === 'locked' ? t`Locked by the link` : undefined };
}

const none: readonly Part[] = [];

/** Everything that is hidden now. */
export function useHiddenParts(): readonly Part[] {
  return useStore(sharedLinkStore, ({ shared }) =>
    shared && !shared.isUnlocked ? shared.link.hidden : none,
  );
}

/** Whether none of these is hidden or locked. */
export function useIsOpen(...parts: readonly Part[]): boolean {
  return useStore(sharedLinkStore, () => parts.every((part) => partState(part) === 'shown'));
}

export function useSharedLink(): SharedLink | null {
  return useStore(sharedLinkStore, ({ shared }) => shared);
}
