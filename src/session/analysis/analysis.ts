// What the page has analysed beside the engine: PCA, linear methods on noisy inputs, UMAP, how good the code is, the nearest training images.
import type { StoreApi } from 'zustand/vanilla';
import type { NearestImages } from '../../core/analysis-api';
import type { TrainedOn } from '../../core/experiment/trained-on';
import type { TwoSampleAnswer, TwoSampleQuestion } from '../../core/latent/two-sample/two-sample-api';
import type { EngineQuestions } from '../engine/engine-questions';
import type { Run } from '../runs/run';
import type { AnalysisCalls } from './analysis-client';
import { createNoisy, type Noisy } from './linear/noisy-inputs';
import { createPca, type Pca } from './pca';
import { createQuality, type Quality } from './quality';
import { createUmap, type Umap } from './umap';

export interface Analysis {
  readonly pca: Pca;
  /** Of the main run. */
  readonly noisy: Noisy;
  /** Of the noise that compared runs are given. */
  readonly noisyComparison: Noisy;
  readonly umap: Umap;
  readonly quality: Quality;
  /** Null where there is no analysis, as in tests. A promise that rejects says why. */
  readonly nearestTraining: (
    ...given: Parameters<AnalysisCalls['nearestTraining']>
  ) => Promise<NearestImages | null>;
  /** Null where there is no analysis. A promise that rejects says why. */
  readonly twoSample: (question: TwoSampleQuestion) => Promise<TwoSampleAnswer | null>;
  readonly trainingSamples: (of: TrainedOn, count: number) => Promise<Float32Array | null>;
}

/** @param calls null where there is no analysis, as in tests */
export function createAnalysis(
  calls: AnalysisCalls | null,
  questions: EngineQuestions,
  run: StoreApi<Run>,
): Analysis {
  return {
    pca: createPca(calls),
    noisy: createNoisy(calls, 'noise-of-run'),
    noisyComparison: createNoisy(calls, 'noise-of-comparison'),
    umap: createUmap(calls, run),
    quality: createQuality({ analysis: calls, questions, run }),
    twoSample: (question) => calls?.twoSample(question) ?? Promise.resolve(null),
    trainingSamples: (of, count) => calls?.trainingSamples(of, count) ?? Promise.resolve(null),
    nearestTraining: (...given) => calls?.nearestTraining(...given) ?? Promise.resolve(null),
  };
}
