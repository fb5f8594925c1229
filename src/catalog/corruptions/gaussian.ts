// Gaussian noise (Vincent et al. 2010, section 3.3). On an image it is clipped to the pixel range so that the input stays an image.
import { t } from '@lingui/core/macro';
import { pcg4d, standardNormal, words } from '../../core/random';
import { boundsOf } from '../../core/samples/sample-kind';
import { sampleSize } from '../../core/samples/samples';
import type { Corruption } from './corruption';

export const gaussian: Corruption = {
  label: t`Gaussian`,
  name: t`Gaussian`,
  summary: t`Adds normal noise with standard deviation σ (the level) to every pixel, clipped to [0, 1].`,
  formula: String.raw`\tilde x = x + \sigma \varepsilon, \quad \varepsilon \sim \mathcal{N}(0, 1)`,
  onSignals: {
    summary: t`Adds normal noise to every value. Its standard deviation σ is the level, as a share of the range of the data; nothing is clipped.`,
  },
  suits: ['image', 'signal'],
  apply(clean, noisy, offset, shape, level, { seed, step, sample }) {
    const size = sampleSize(shape);
    const [least, greatest] = boundsOf(shape);
    for (let pixel = 0; pixel < size; pixel++) {
      pcg4d(seed, step, sample, pixel);
      const value = (clean[offset + pixel] ?? 0) + level * standardNormal(words[0] ?? 0, words[1] ?? 0);
      noisy[offset + pixel] = value < least ? least : value > greatest ? greatest : value;
    }
  },
};
