// Statistics of a code's units over the test set, in plain numbers: which units are active, which carry information, how far
// the codes are from N(0, I).
import { activeThresholds } from '../../../catalog/activations/registry';
import { gaussianKl } from '../../../catalog/code-kinds/registry';
import { meanActivations } from '../../../catalog/sparsity/penalty';
import type { CodeStatistics } from '../../../core/engine-api/looking';
import type { Experiment } from '../../../core/experiment/experiment';

/** The codes of a measurement, `[count, codeSize]`; `logVars` is null unless the code is Gaussian. */
export interface Codes {
  codes: Float32Array;
  logVars: Float32Array | null;
}

export function codeStatistics(
  { codeSize, codeActivation }: Pick<Experiment, 'codeSize' | 'codeActivation'>,
  { codes, logVars }: Codes,
): Omit<CodeStatistics, 'type' | 'runId' | 'step'> {
  const count = codes.length / codeSize;
  const threshold = activeThresholds[codeActivation];
  const means = meanActivations(codes, codeSize);
  const variance = new Float64Array(codeSize);
  const activeShare = new Float64Array(codeSize);
  const add = (to: Float64Array, unit: number, value: number) => (to[unit] = (to[unit] ?? 0) + value / count);
  codes.forEach((activation, i) => {
    const unit = i % codeSize;
    add(variance, unit, (activation - (means[unit] ?? 0)) ** 2);
    if (Math.abs(activation) > threshold) add(activeShare, unit, 1);
  });
  // The variance of a mixture: that of the means plus the mean of the variances.
  logVars?.forEach((logVar, i) => add(variance, i % codeSize, Math.exp(logVar)));
  return {
    count,
    threshold,
    meanActivation: Float32Array.from(means),
    variance: Float32Array.from(variance),
    activeShare: Float32Array.from(activeShare),
    kl: logVars && unitDivergences(codes, logVars, codeSize),
  };
}

/** KL divergence of each unit to N(0, 1), mean over the images, `[codeSize]`, nats. */
export function unitDivergences(codes: Float32Array, logVars: Float32Array, codeSize: number): Float32Array {
  const sums = new Float64Array(codeSize);
  codes.forEach((mean, i) => {
    const unit = i % codeSize;
    sums[unit] = (sums[unit] ?? 0) + gaussianKl(mean, logVars[i] ?? 0);
  });
  return Float32Array.from(sums, (sum) => (sum * codeSize) / codes.length);
}
