// Mean absolute error per pixel.
import { meanOver, sigmoid, type Loss } from './loss';

export const mae: Loss = {
  label: 'Mean absolute error (L1)',
  summary: 'Every unit of error weighs the same: sharper images, more pixels exactly black.',
  formula: String.raw`\ell = \tfrac{1}{n} \sum_i \lvert x_i - \hat x_i \rvert`,
  reference: (target, logits) => meanOver(target, logits, (x, logit) => Math.abs(x - sigmoid(logit))),
};
