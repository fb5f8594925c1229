// How good the code was found to be, for components.
import { useStore } from 'zustand';
import { useSession } from '../session-context';
import type { QualityState } from '../../analysis/quality';

/** A part of it; the component renders again when that part is another object or value. */
export function useQuality<T>(select: (state: QualityState) => T): T {
  return useStore(useSession().analysis.quality.store, select);
}
