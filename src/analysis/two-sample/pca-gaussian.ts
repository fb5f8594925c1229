// Samples of a Gaussian that is fitted in the space of the first principal components: what can be generated without a network.
import type { PcaModel } from '../../core/analysis-api';
import { standardDraws } from '../../core/latent/fitted-gaussian';
import { addResidual, residualDeviation } from '../../core/latent/two-sample/residual';

/** `[count, D]` from `codeSize` components, or as many as there are. */
export function drawPcaGaussian(
  { mean, components, deviations }: Pick<PcaModel, 'mean' | 'components' | 'deviations'>,
  { count, codeSize, seed }: { readonly count: number; readonly codeSize: number; readonly seed: number },
): Float32Array {
  const width = mean.length;
  const used = Math.min(codeSize, deviations.length);
  const draws = standardDraws(count, used, seed);
  const samples = new Float32Array(count * width);
  for (let sample = 0; sample < count; sample++) {
    const row = samples.subarray(sample * width, (sample + 1) * width);
    row.set(mean);
    for (let k = 0; k < used; k++) {
      const along = (draws[sample * used + k] ?? 0) * (deviations[k] ?? 0);
      for (let i = 0; i < width; i++) row[i]! += along * (components[k * width + i] ?? 0);
    }
  }
  return samples;
}

/**
 * The same with what the components leave over of training samples added (a factor analysis: Tipping & Bishop 1999, with a variance
 * of its own at each place).
 * @param training samples `[n, D]`
 */
export function withPcaResidual(
  samples: Float32Array,
  { mean, components }: Pick<PcaModel, 'mean' | 'components'>,
  {
    training,
    codeSize,
    seed,
  }: { readonly training: Float32Array; readonly codeSize: number; readonly seed: number },
): Float32Array {
  const width = mean.length;
  const rebuilt = new Float32Array(training.length);
  const used = Math.min(codeSize, components.length / width);
  for (let from = 0; from < training.length; from += width) {
    const row = rebuilt.subarray(from, from + width);
    row.set(mean);
    for (let k = 0; k < used; k++) {
      let along = 0;
      for (let i = 0; i < width; i++)
        along += ((training[from + i] ?? 0) - (mean[i] ?? 0)) * (components[k * width + i] ?? 0);
      for (let i = 0; i < width; i++) row[i]! += along * (components[k * width + i] ?? 0);
    }
  }
  return addResidual(samples, residualDeviation(training, rebuilt, width), seed);
}
