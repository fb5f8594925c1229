// For tests only: an analysis that answers nothing. Tests replace what they ask.
import type { AnalysisCalls } from '../analysis/analysis-client';

const never = () => new Promise<never>(() => undefined);

export const noAnalysis: AnalysisCalls = {
  pca: never,
  noisyReference: never,
  nearestTraining: never,
  umap: never,
  quality: never,
  linearScores: never,
  nearestScores: never,
  codeDistances: never,
  fillHole: never,
  holeErrors: never,
  cleanSound: never,
  testSamples: never,
  pcaInShape: never,
  foreignSamples: never,
  twoSample: never,
  trainingSamples: never,
  cancel: () => undefined,
};
