// No corruption: the network sees the clean image.
import { t } from '@lingui/core/macro';
import { sampleSize } from '../../core/samples/samples';
import type { Corruption } from './corruption';

export const none: Corruption = {
  label: t`None`,
  name: t`off`,
  summary: ({ one }) => t`The network sees the clean ${one}.`,
  formula: String.raw`\tilde x = x`,
  suits: ['image', 'signal'],
  apply(clean, noisy, offset, shape) {
    if (clean !== noisy) noisy.set(clean.subarray(offset, offset + sampleSize(shape)), offset);
  },
};
