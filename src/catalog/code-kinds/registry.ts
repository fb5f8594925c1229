// What an image becomes: a point of the code space, or a Gaussian of its own (Kingma & Welling 2014).
import type { CodeKindId } from '../../core/experiment';

export interface CodeKind {
  label: string;
  summary: string;
  /** In TeX. */
  formula: string;
}

/** KL(N(mean, exp(logVar)) || N(0, 1)) of one dimension, in nats (Kingma & Welling 2014, appendix B). */
export function gaussianKl(mean: number, logVar: number): number {
  return (mean * mean + Math.exp(logVar) - logVar - 1) / 2;
}

export const codeKinds = {
  deterministic: {
    label: 'Point',
    summary: 'An image becomes one point.',
    formula: String.raw`z = f(\tilde x)`,
  },
  gaussian: {
    label: 'Gaussian',
    summary:
      'An image becomes a small cloud, pulled towards the unit Gaussian; the decoder gets a point drawn from it.',
    formula: String.raw`z_j = \mu_j + \sigma_j\, \varepsilon_j, \quad \varepsilon_j \sim \mathcal{N}(0, 1)`,
  },
} satisfies Record<CodeKindId, CodeKind>;

/** The price of a Gaussian code, in TeX. */
export const gaussianKlFormula = String.raw`\mathrm{KL}_j = \tfrac{1}{2} \left( \mu_j^2 + \sigma_j^2 - \log \sigma_j^2 - 1 \right)`;
