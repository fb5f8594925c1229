// Mean absolute error per pixel.
import { t } from '@lingui/core/macro';
import type { Loss } from './loss';

export const mae: Loss = {
  label: t`Mean absolute error (L1)`,
  name: 'MAE',
  summary: ({ values }) =>
    t`Every unit of error counts the same: sharper results, and more ${values} that are exactly 0.`,
  formula: String.raw`\ell = \tfrac{1}{n} \sum_i \lvert x_i - \hat x_i \rvert`,
  reads: 'pixel',
  value: (target, pixel) => Math.abs(target - pixel),
  slope: (target, pixel) => Math.sign(pixel - target),
};
