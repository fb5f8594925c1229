// Masking noise (Vincent et al. 2008, section 2.2): random pixels are set to 0 (on a signal to the middle
// of its range), and the network fills them in.
import { t } from '@lingui/core/macro';
import { pcg4d, unitInterval, words } from '../../core/random';
import { gridOf, neutralValue } from '../../core/inpainting/mask';
import { sampleSize } from '../../core/samples/samples';
import type { Corruption } from './corruption';

export const masking: Corruption = {
  label: t`Masking`,
  name: t`masking`,
  summary: t`Sets a random share of the pixels (the level) to 0.`,
  formula: String.raw`\tilde x_i = \begin{cases} 0 & \text{with probability } \sigma \\ x_i & \text{else} \end{cases}`,
  onSignals: {
    summary: t`Sets a random share of the values (the level) to the middle of the range.`,
    formula: String.raw`\tilde x_i = \begin{cases} \tfrac{1}{2} & \text{with probability } \sigma \\ x_i & \text{else} \end{cases}`,
  },
  suits: ['image', 'signal'],
  apply(clean, noisy, offset, shape, level, { seed, step, sample }) {
    const size = sampleSize(shape);
    const neutral = neutralValue(shape);
    for (let pixel = 0; pixel < size; pixel++) {
      pcg4d(seed, step, sample, pixel);
      noisy[offset + pixel] = unitInterval(words[0] ?? 0) < level ? neutral : (clean[offset + pixel] ?? 0);
    }
  },
  // A pixel of several channels counts as missing where all of them are.
  mask(missing, shape, level, { seed, step, sample }) {
    const { channels } = gridOf(shape);
    for (let pixel = 0; pixel < missing.length; pixel++) {
      missing[pixel] = 1;
      for (let channel = 0; channel < channels; channel++) {
        pcg4d(seed, step, sample, pixel * channels + channel);
        if (unitInterval(words[0] ?? 0) >= level) missing[pixel] = 0;
      }
    }
  },
};
