// Clicks of a scratched record or a lost packet: at random points a jump that dies away within a few.
import { t } from '@lingui/core/macro';
import { pcg4d, unitInterval, words } from '../../../core/random';
import type { Corruption } from '../corruption';
import { addedBySnr, type SoundNoise } from './snr';

/** A click begins at a point with this probability: 40 a second at 8 kHz. */
const rate = 1 / 200;
/** What is left of a click at the next point. */
const decay = 0.6;
/** Points before the first whose clicks are still heard: less than a thousandth of an earlier one is. */
const before = 16;

/** Heights are even in [1/2, 3/2], of either sign; their mean square. */
const meanSquare = (1.5 ** 3 - 0.5 ** 3) / 3;
const deviation = Math.sqrt((rate * meanSquare) / (1 - decay * decay));

export const clickNoise: SoundNoise = {
  draw(noise, length, { seed, step, sample }, channel) {
    let value = 0;
    for (let at = -before; at < length; at++) {
      // One hash serves four points.
      const index = at + before;
      if (index % 4 === 0) pcg4d(seed, step, sample, (channel << 24) | (index / 4));
      const draw = unitInterval(words[index % 4] ?? 0);
      value *= decay;
      if (draw < rate) value += heightOf(draw / rate);
      if (at >= 0) noise[at] = value / deviation;
    }
  },
  covariance: (lag) => decay ** lag,
};

/** A height from a uniform number: its first half is downwards. */
function heightOf(share: number): number {
  return share < 0.5 ? -(0.5 + 2 * share) : 0.5 + 2 * (share - 0.5);
}

export const clicks: Corruption = {
  label: t`Clicks`,
  name: t`clicks`,
  summary: t`Adds short clicks at random points. The level sets the signal-to-noise ratio.`,
  formula: String.raw`\tilde x_t = x_t + \sigma \textstyle\sum_{s \le t} h_s\, 0.6^{\,t - s}`,
  suits: ['sound'],
  levelIsSnr: true,
  apply: addedBySnr(clickNoise),
};
