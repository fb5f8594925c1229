// UMAP of the codes, for components.
import { useStore } from 'zustand';
import { useSession } from '../session-context';
import type { UmapState } from '../../analysis/umap';

/** A part of it; the component renders again when that part is another object or value. */
export function useUmap<T>(select: (umap: UmapState) => T): T {
  return useStore(useSession().analysis.umap.store, select);
}
