// What the encoder makes of an image: a point in latent space, or a Gaussian (Kingma & Welling 2014).
import { t } from '@lingui/core/macro';
import type { SampleText } from '../../core/samples/words/sample-words';
import type { CodeKindId } from '../../core/experiment/experiment';

export interface CodeKind {
  label: string;
  summary: SampleText;
  /** In TeX. */
  formula: string;
}

/**
 * The range of a Gaussian code's log-variances: what the encoder gives beyond it counts as the end. Without a range, one step
 * that is too large can make exp(logVar) so large that no later step repairs it. The upper end is that of NVAE (Vahdat & Kautz
 * 2020), which keeps log sigma in [-5, 5]: a deviation of 148, where the prior's is 1. The lower end is that of latent diffusion
 * (Rombach et al. 2022, `DiagonalGaussianDistribution`): without a KL term variances rightly go to 0, and a deviation of
 * 3e-7 is as good as 0 in single precision.
 */
export const logVarRange = { min: -30, max: 10 } as const;

export function boundLogVar(logVar: number): number {
  return Math.min(logVarRange.max, Math.max(logVarRange.min, logVar));
}

/** KL(N(mean, exp(logVar)) || N(0, 1)) of one dimension, in nats (Kingma & Welling 2014, appendix B). */
export function gaussianKl(mean: number, logVar: number): number {
  return (mean * mean + Math.exp(logVar) - logVar - 1) / 2;
}

export const codeKinds = {
  deterministic: {
    label: t`Point`,
    summary: ({ one }) => t`Each ${one} becomes one point.`,
    formula: String.raw`z = f(\tilde x)`,
  },
  gaussian: {
    label: t`Gaussian`,
    summary: ({ one }) =>
      t`Each ${one} becomes a small Gaussian cloud, pulled towards N(0, 1); the decoder sees one sample from it.`,
    formula: String.raw`z_j = \mu_j + \sigma_j\, \varepsilon_j, \quad \varepsilon_j \sim \mathcal{N}(0, 1)`,
  },
} satisfies Record<CodeKindId, CodeKind>;

/** The KL term of a Gaussian code, in TeX. */
export const gaussianKlFormula = String.raw`\mathrm{KL}_j = \tfrac{1}{2} \left( \mu_j^2 + \sigma_j^2 - \log \sigma_j^2 - 1 \right)`;
