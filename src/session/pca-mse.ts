// PCA's error at the code size that is chosen.
import { pcaCodeSize } from '../core/pca';
import { useExperiment } from './experiment-store';
import { usePca } from './pca-store';

/**
 * Mean squared error per pixel of PCA on all test images, clean, with as many components as the code has units; null while
 * PCA is not there. It follows the bottleneck at once.
 */
export function usePcaMse(): number | null {
  const codeSize = useExperiment((experiment) => experiment.codeSize);
  return usePca(({ model }) => model?.testMse[pcaCodeSize(model, codeSize)] ?? null);
}
