// The contract of a sparsity penalty on a deterministic code, and the two forms that penalties have. Plain numbers, from
// which the engine can train; its faster forms in tfjs ops are tested against them, and the test set is measured with them.
import type { SampleText } from '../../core/samples/words/sample-words';

export interface SparsityPenalty {
  label: string;
  /** Where there is little room: `L1`. */
  name: string;
  summary: SampleText;
  /** In TeX. */
  formula: string;
  /**
   * The penalty of a set of codes, before weighting, in double precision.
   * @param codes `[count, codeSize]`
   * @param rho the target activation, in (0, 1); most penalties have no use for it
   */
  value(codes: ArrayLike<number>, codeSize: number, rho: number): number;
  /** The derivative of `value` by every number of the codes, `[count, codeSize]`. */
  gradient(codes: ArrayLike<number>, codeSize: number, rho: number): Float32Array;
}

/** A penalty that each unit of each code pays for itself: summed over the units, averaged over the codes. */
export function perActivation(
  value: (activation: number) => number,
  slope: (activation: number) => number,
): Pick<SparsityPenalty, 'value' | 'gradient'> {
  return {
    value(codes, codeSize) {
      let sum = 0;
      for (let i = 0; i < codes.length; i++) sum += value(codes[i] ?? 0);
      return (sum * codeSize) / codes.length;
    },
    gradient: (codes, codeSize) =>
      Float32Array.from(codes, (activation) => (slope(activation) * codeSize) / codes.length),
  };
}

/** A penalty that each unit pays for its mean activation over all codes: summed over the units. */
export function perMeanActivation(
  value: (mean: number, rho: number) => number,
  slope: (mean: number, rho: number) => number,
): Pick<SparsityPenalty, 'value' | 'gradient'> {
  return {
    value: (codes, codeSize, rho) =>
      meanActivations(codes, codeSize).reduce((sum, mean) => sum + value(mean, rho), 0),
    gradient(codes, codeSize, rho) {
      const count = codes.length / codeSize;
      const slopes = meanActivations(codes, codeSize).map((mean) => slope(mean, rho) / count);
      return Float32Array.from(codes, (_, i) => slopes[i % codeSize] ?? 0);
    },
  };
}

/** Mean activation of each unit over all codes, `[codeSize]`. */
export function meanActivations(codes: ArrayLike<number>, codeSize: number): Float64Array {
  const means = new Float64Array(codeSize);
  const count = codes.length / codeSize;
  for (let i = 0; i < codes.length; i++) {
    const unit = i % codeSize;
    means[unit] = (means[unit] ?? 0) + (codes[i] ?? 0) / count;
  }
  return means;
}
