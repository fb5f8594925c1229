// The kept runs, for components.
import { useStore } from 'zustand';
import type { ArchiveState } from '../../archive/archivist';
import { useSession } from '../session-context';

export function useArchive<T>(select: (state: ArchiveState) => T): T {
  return useStore(useSession().archivist.store, select);
}
