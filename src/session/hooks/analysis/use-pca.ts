// PCA of the data set in use, for components.
import { useStore } from 'zustand';
import { useSession } from '../session-context';
import type { PcaState } from '../../analysis/pca';

/** A part of it; the component renders again when that part is another object or value. */
export function usePca<T>(select: (pca: PcaState) => T): T {
  return useStore(useSession().analysis.pca.store, select);
}
