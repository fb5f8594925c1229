// Binary cross-entropy per pixel, computed from logits so that it stays finite: max(z, 0) - z x + log(1 + exp(-|z|)).
import { meanOver, type Loss } from './loss';

export const bce: Loss = {
  label: 'Binary cross-entropy',
  summary: 'Reads a pixel as the probability of being white and punishes confident mistakes.',
  formula: String.raw`\ell = -\tfrac{1}{n} \sum_i \left[ x_i \log \hat x_i + (1 - x_i) \log (1 - \hat x_i) \right]`,
  reference: (target, logits) =>
    meanOver(target, logits, (x, z) => Math.max(z, 0) - z * x + Math.log1p(Math.exp(-Math.abs(z)))),
};
