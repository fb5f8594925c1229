// Samples of PCA: the linear counterpart of decoding random codes.
import type { PcaModel } from '../analysis-api';
import { errorAt, pcaCodeSize, pcaImages } from './pca';

/**
 * Images `[n, D]` of scores drawn from the Gaussian fitted to those of the training images. PCA's scores have mean 0 and are
 * uncorrelated, so that Gaussian is N(0, diag(deviations^2)) (Tipping & Bishop 1999, section 3.3). Not clipped to [0, 1].
 * @param draws standard normal numbers, `[n, codeSize]`
 */
export function pcaSamples(
  model: Pick<PcaModel, 'mean' | 'components' | 'deviations'>,
  draws: Float32Array,
  codeSize: number,
): Float32Array {
  const used = pcaCodeSize(model, codeSize);
  const count = draws.length / codeSize;
  const scores = Float32Array.from({ length: count * used }, (_, i) => {
    const unit = i % used;
    return (model.deviations[unit] ?? 0) * (draws[((i - unit) / used) * codeSize + unit] ?? 0);
  });
  return pcaImages(model, scores, used);
}

/** Share of the training images' variance that the first `codeSize` components keep, in [0, 1]. */
export function varianceKept({ trainMse }: Pick<PcaModel, 'trainMse'>, codeSize: number): number {
  const [all = 0] = trainMse;
  return all === 0 ? 1 : 1 - (errorAt(trainMse, codeSize) ?? 0) / all;
}
