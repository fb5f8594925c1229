// What panels ask the analysis worker. Null: cancelled, or there is no analysis; a promise that rejects says why in words.
import type { CodeQuality, NearestImages } from '../core/analysis-api';
import type { AnalysisCalls } from './analysis-client';

export interface AnalysisQuestions {
  nearestTraining(...given: Parameters<AnalysisCalls['nearestTraining']>): Promise<NearestImages | null>;
  umap(...given: Parameters<AnalysisCalls['umap']>): Promise<Float32Array | null>;
  quality(...given: Parameters<AnalysisCalls['quality']>): Promise<CodeQuality | null>;
  cancel(...given: Parameters<AnalysisCalls['cancel']>): void;
  /** Asks again for PCA, after a failure. */
  readonly retryPca: () => void;
}

/** @param calls null where there is no analysis, as in tests */
export function createAnalysisQuestions(
  calls: () => AnalysisCalls | null,
  retryPca: () => void,
): AnalysisQuestions {
  const none = Promise.resolve(null);
  return {
    nearestTraining: (...given) => calls()?.nearestTraining(...given) ?? none,
    umap: (...given) => calls()?.umap(...given) ?? none,
    quality: (...given) => calls()?.quality(...given) ?? none,
    cancel: (work) => calls()?.cancel(work),
    retryPca,
  };
}
