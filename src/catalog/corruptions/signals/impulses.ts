// Impulses: a sensor drops out or overloads for single points. The outliers of salt-and-pepper noise for data without a white or a
// black: they stand one to two ranges above or below the middle, where no clean value is.
import { t } from '@lingui/core/macro';
import { pcg4d, unitInterval, words } from '../../../core/random';
import { boundsOf } from '../../../core/samples/sample-kind';
import { sampleSize } from '../../../core/samples/samples';
import type { Corruption } from '../corruption';

export const impulses: Corruption = {
  label: t`Impulses`,
  name: t`impulses`,
  summary: t`Replaces a random share of the values (the level) by outliers, one to two ranges above or below the middle.`,
  formula: String.raw`\tilde x_i = \begin{cases} \tfrac{1}{2} \pm (1 + u_i) & \text{with probability } \sigma \\ x_i & \text{else} \end{cases}`,
  suits: ['signal'],
  apply(clean, noisy, offset, shape, level, { seed, step, sample }) {
    const size = sampleSize(shape);
    const [least, greatest] = boundsOf(shape);
    for (let at = 0; at < size; at++) {
      pcg4d(seed, step, sample, at);
      const isStruck = unitInterval(words[0] ?? 0) < level;
      const height = 1 + unitInterval(words[2] ?? 0);
      const outlier = 0.5 + ((words[1] ?? 0) >>> 31 === 1 ? height : -height);
      noisy[offset + at] = isStruck
        ? Math.min(greatest, Math.max(least, outlier))
        : (clean[offset + at] ?? 0);
    }
  },
};
