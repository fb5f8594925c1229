// KL sparsity (Ng, CS294A lecture notes, section 3): the divergence of each unit's mean activation from a target.
import { t } from '@lingui/core/macro';
import { perMeanActivation, type SparsityPenalty } from './penalty';

/** Mean activations are clipped this far from 0 and 1, where the logarithms diverge. */
export const activationMargin = 1e-6;

function withinMargin(mean: number): number {
  return Math.min(1 - activationMargin, Math.max(activationMargin, mean));
}

/** KL(rho || rhoJ) of two Bernoulli distributions, in nats. */
export function bernoulliKl(rho: number, rhoJ: number): number {
  const mean = withinMargin(rhoJ);
  return rho * Math.log(rho / mean) + (1 - rho) * Math.log((1 - rho) / (1 - mean));
}

/** Its derivative by rhoJ, not cut off at the margin: a unit that is always off can come back. */
function bernoulliKlSlope(rho: number, rhoJ: number): number {
  const mean = withinMargin(rhoJ);
  return (1 - rho) / (1 - mean) - rho / mean;
}

export const kl: SparsityPenalty = {
  label: t`KL divergence`,
  name: 'KL',
  summary: t`Penalises each unit whose mean activation over the batch misses the target.`,
  formula: String.raw`\Omega = \sum_j \rho \log \tfrac{\rho}{\hat\rho_j} + (1 - \rho) \log \tfrac{1 - \rho}{1 - \hat\rho_j}`,
  ...perMeanActivation(
    (mean, rho) => bernoulliKl(rho, mean),
    (mean, rho) => bernoulliKlSlope(rho, mean),
  ),
};
