// Binary cross-entropy per pixel, computed from logits so that it stays finite: max(z, 0) - z x + log(1 + exp(-|z|)).
import { meanOver, type Loss } from './loss';

export const bce: Loss = {
  label: 'Binary cross-entropy',
  summary: 'Reads a pixel as the probability of being white and punishes confident mistakes.',
  formula: '−(1/n) Σ [xᵢ log x̂ᵢ + (1 − xᵢ) log(1 − x̂ᵢ)]',
  reference: (target, logits) =>
    meanOver(target, logits, (x, z) => Math.max(z, 0) - z * x + Math.log1p(Math.exp(-Math.abs(z)))),
};
