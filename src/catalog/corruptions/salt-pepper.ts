// Salt-and-pepper noise (Vincent et al. 2010, section 3.3): random pixels turn black or white, with equal probability.
import { t } from '@lingui/core/macro';
import { pcg4d, unitInterval, words } from '../../core/random';
import { sampleSize } from '../../core/samples/samples';
import type { Corruption } from './corruption';

export const saltPepper: Corruption = {
  label: t`Salt and pepper`,
  name: t`salt and pepper`,
  summary: ({ values }) =>
    t`Turns a random share of the ${values} (the level) black or white, with equal probability.`,
  formula: String.raw`\tilde x_i = \begin{cases} 0 \text{ or } 1 & \text{with probability } \sigma \\ x_i & \text{else} \end{cases}`,
  suits: ['image'],
  apply(clean, noisy, offset, shape, level, { seed, step, sample }) {
    const size = sampleSize(shape);
    for (let pixel = 0; pixel < size; pixel++) {
      pcg4d(seed, step, sample, pixel);
      const struck = unitInterval(words[0] ?? 0) < level;
      noisy[offset + pixel] = struck ? (words[1] ?? 0) >>> 31 : (clean[offset + pixel] ?? 0);
    }
  },
};
