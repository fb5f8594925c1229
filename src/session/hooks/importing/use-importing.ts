// The import of own data, for components.
import { useStore } from 'zustand';
import { useSession } from '../session-context';
import type { ImportState } from '../../importing/importing';

/** A part of it; the component renders again when that part is another object or value. */
export function useImporting<T>(select: (state: ImportState) => T): T {
  return useStore(useSession().importing.store, select);
}
