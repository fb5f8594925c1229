// Mean squared error per pixel.
import { t } from '@lingui/core/macro';
import type { Loss } from './loss';

export const mse: Loss = {
  label: t`Mean squared error (L2)`,
  name: 'MSE',
  summary: t`Large errors count much more than small ones: edges blur, big mistakes are rare.`,
  formula: String.raw`\ell = \tfrac{1}{n} \sum_i (x_i - \hat x_i)^2`,
  reads: 'pixel',
  value: (target, pixel) => (target - pixel) ** 2,
  slope: (target, pixel) => 2 * (pixel - target),
};
