// PCA of the data set that is in use, as far as it is known. Written by pca-feed.ts alone.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AnalysisProgress, PcaModel } from '../core/analysis-api';
import type { DatasetId } from '../core/experiment';

export interface PcaState {
  /** The data set that it is, or will be, of. */
  readonly dataset: DatasetId | null;
  /** Null until it is found. */
  readonly model: PcaModel | null;
  /** Null while it is not being computed. */
  readonly progress: AnalysisProgress | null;
  /** Why there is none: a sentence. */
  readonly failure: string | null;
}

export const noPca: PcaState = { dataset: null, model: null, progress: null, failure: null };

export const pcaStore = createStore<PcaState>()(() => noPca);

export function usePca<T>(select: (pca: PcaState) => T): T {
  return useStore(pcaStore, select);
}
