// Mean squared error per pixel.
import { meanOver, sigmoid, type Loss } from './loss';

export const mse: Loss = {
  label: 'Mean squared error (L2)',
  summary: 'Large errors weigh much more than small ones: edges blur, big mistakes are avoided.',
  formula: String.raw`\ell = \tfrac{1}{n} \sum_i (x_i - \hat x_i)^2`,
  reference: (target, logits) => meanOver(target, logits, (x, logit) => (x - sigmoid(logit)) ** 2),
};
