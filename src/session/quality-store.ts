// How good the code was found to be, and the measurement under way. Written by quality-actions.ts alone.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AnalysisProgress, CodeQuality } from '../core/analysis-api';

export interface QualityState {
  readonly progress: AnalysisProgress | null;
  readonly measured: { readonly quality: CodeQuality; readonly runId: number; readonly step: number } | null;
  /** Why there is none: a sentence. */
  readonly failure: string | null;
}

export const qualityStore = createStore<QualityState>()(() => ({
  progress: null,
  measured: null,
  failure: null,
}));

export function useQuality<T>(select: (state: QualityState) => T): T {
  return useStore(qualityStore, select);
}
