// The runs that are compared, for components.
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { useSession } from './session-context';
import type { Comparison } from '../comparison/comparison';

/** A part of the comparison; the component renders again when that part is another object or value. */
export function useComparison<T>(select: (comparison: Comparison) => T): T {
  return useStore(useComparisonStore(), select);
}

/** The store itself, for components that follow it only while they are in view. */
export function useComparisonStore(): StoreApi<Comparison> {
  return useSession().comparison.store;
}
