// Binary cross-entropy per pixel, computed from logits so that it stays finite: max(z, 0) - z x + log(1 + exp(-|z|)).
import { t } from '@lingui/core/macro';
import { sigmoid, type Loss } from './loss';

export const bce: Loss = {
  label: t`Binary cross-entropy`,
  name: 'BCE',
  summary: ({ value }) => t`Reads each ${value} as a probability of white and punishes confident mistakes.`,
  formula: String.raw`\ell = -\tfrac{1}{n} \sum_i \left[ x_i \log \hat x_i + (1 - x_i) \log (1 - \hat x_i) \right]`,
  reads: 'logit',
  value: (target, logit) => Math.max(logit, 0) - logit * target + Math.log1p(Math.exp(-Math.abs(logit))),
  slope: (target, logit) => sigmoid(logit) - target,
};
