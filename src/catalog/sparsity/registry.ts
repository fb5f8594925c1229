// The sparsity penalties on a deterministic code: what a person reads, and the plain-number form that the engine's
// differentiable one (engine/objective.ts) is tested against and that the test set is measured with.
import type { SparsityId } from '../../core/experiment';

export interface SparsityPenalty {
  label: string;
  summary: string;
  /** In TeX. */
  formula: string;
  /**
   * The penalty of a set of codes, before its weight.
   * @param codes `[count, codeSize]`
   * @param rho the target activation, in (0, 1); only KL sparsity reads it
   */
  reference(codes: Float32Array, codeSize: number, rho: number): number;
}

/** Mean activations are kept this far from 0 and 1, where the logarithms have no value. */
export const activationMargin = 1e-6;

/** KL(rho || rhoJ) of two Bernoulli distributions, in nats (Ng, CS294A lecture notes, section 3). */
export function bernoulliKl(rho: number, rhoJ: number): number {
  const mean = Math.min(1 - activationMargin, Math.max(activationMargin, rhoJ));
  return rho * Math.log(rho / mean) + (1 - rho) * Math.log((1 - rho) / (1 - mean));
}

/** Mean activation of each unit over all codes, `[codeSize]`. */
export function meanActivations(codes: Float32Array, codeSize: number): Float64Array {
  const means = new Float64Array(codeSize);
  const count = codes.length / codeSize;
  for (let i = 0; i < codes.length; i++) {
    const unit = i % codeSize;
    means[unit] = (means[unit] ?? 0) + (codes[i] ?? 0) / count;
  }
  return means;
}

export const sparsityPenalties = {
  none: {
    label: 'None',
    summary: 'Every unit may be active for every image.',
    formula: String.raw`\Omega = 0`,
    reference: () => 0,
  },
  l1: {
    label: 'L1',
    summary: 'Each unit pays for how far from 0 it is, so most of them stay at 0.',
    formula: String.raw`\Omega = \tfrac{1}{m} \sum_{x} \sum_{j} \lvert z_j(x) \rvert`,
    reference: (codes, codeSize) =>
      (codes.reduce((sum, activation) => sum + Math.abs(activation), 0) * codeSize) / codes.length,
  },
  kl: {
    label: 'KL divergence',
    summary: 'Each unit pays when its mean activation over the batch is not the target.',
    formula: String.raw`\Omega = \sum_j \rho \log \tfrac{\rho}{\hat\rho_j} + (1 - \rho) \log \tfrac{1 - \rho}{1 - \hat\rho_j}`,
    reference: (codes, codeSize, rho) =>
      meanActivations(codes, codeSize).reduce((sum, mean) => sum + bernoulliKl(rho, mean), 0),
  },
} satisfies Record<SparsityId, SparsityPenalty>;
