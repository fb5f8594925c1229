import { expect, test } from 'vitest';
import type { AnalysisStage } from '../../core/analysis-api';
import { sampleWords } from '../../core/samples/words/sample-words';
import { analysisProgressText } from './words';

test.each<[AnalysisStage, string]>([
  [{ code: 'pca.summing', split: 'test' }, 'Adding up the test images: 42 %'],
  [{ code: 'pca.decomposing', size: 784 }, 'Decomposing the covariance, 784 × 784: 42 %'],
  [{ code: 'analysis.waiting-for-data' }, 'Waiting for the data set…'],
  [{ code: 'umap.layout', epoch: 3, epochs: 200 }, 'Laying out, epoch 3 of 200: 42 %'],
  [{ code: 'quality.probe', of: 'pca' }, 'A linear probe on PCA: 42 %'],
])('%o is told with its parameters and its share', (message, words) => {
  expect(analysisProgressText({ message, share: 0.42 }, sampleWords('image'))).toBe(words);
});
