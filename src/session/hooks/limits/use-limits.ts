// What is open in Apply: Limits, for components.
import { useStore } from 'zustand';
import type { LimitsTableState } from '../../limits/limits-table';
import type { PhotographState } from '../../limits/photograph';
import type { PhotographPcaState } from '../../limits/photograph-pca';
import { createLimits, type Limits } from '../../limits/limits';
import { useSession } from '../session-context';

export function useLimits(): Limits {
  return useSession().applications.open(createLimits);
}

export function usePhotograph<T>(select: (state: PhotographState) => T): T {
  return useStore(useLimits().photograph.store, select);
}

export function usePhotographPca<T>(select: (state: PhotographPcaState) => T): T {
  return useStore(useLimits().photographPca.store, select);
}

export function useLimitsTable<T>(select: (state: LimitsTableState) => T): T {
  return useStore(useLimits().table.store, select);
}
