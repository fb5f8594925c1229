// UMAP of the codes, as last computed: it keeps to the weights it was computed with, and says which.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AnalysisProgress } from '../core/analysis-api';

export interface UmapMap {
  /** `[2 n]` for all n test images; NaN for those beyond `count`. */
  readonly points: Float32Array;
  /** The first so many test images are on it. */
  readonly count: number;
  /** Of the weights whose codes it was made of. */
  readonly step: number;
}

export interface UmapState {
  readonly map: UmapMap | null;
  /** Null while it is not being computed. */
  readonly progress: AnalysisProgress | null;
  /** Why there is none: a sentence. */
  readonly failure: string | null;
}

export const noUmap: UmapState = { map: null, progress: null, failure: null };

export const umapStore = createStore<UmapState>()(() => noUmap);

export function useUmap<T>(select: (umap: UmapState) => T): T {
  return useStore(umapStore, select);
}
