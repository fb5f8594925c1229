// Mains hum, as a badly earthed cable picks it up: 50 Hz and its harmonics in sound of 8,000 points a second.
import { t } from '@lingui/core/macro';
import { pcg4d, unitInterval, words } from '../../../core/random';
import type { Corruption } from '../corruption';
import { addedBySnr, type SoundNoise } from './snr';

const pointsPerSecond = 8000;
const mainsHz = 50;
/** The k-th has 1/k of the fundamental's amplitude. */
const harmonics = [1, 2, 3, 4, 5, 6, 7, 8];
/** Power of all of them when the fundamental has amplitude 1. */
const power = harmonics.reduce((sum, k) => sum + 1 / (2 * k * k), 0);

export const humNoise: SoundNoise = {
  draw(noise, length, { seed, step, sample }, channel) {
    noise.fill(0, 0, length);
    for (const k of harmonics) {
      pcg4d(seed, step, sample, channel * 16 + k);
      const phase = 2 * Math.PI * unitInterval(words[0] ?? 0);
      const turn = (2 * Math.PI * mainsHz * k) / pointsPerSecond;
      const amplitude = 1 / (k * Math.sqrt(power));
      // One rotation a point costs a tenth of a cosine.
      const [c, s] = [Math.cos(turn), Math.sin(turn)];
      let [x, y] = [amplitude * Math.cos(phase), amplitude * Math.sin(phase)];
      for (let at = 0; at < length; at++) {
        noise[at]! += x;
        [x, y] = [x * c - y * s, x * s + y * c];
      }
    }
  },
  covariance: (lag) =>
    harmonics.reduce(
      (sum, k) => sum + Math.cos((2 * Math.PI * mainsHz * k * lag) / pointsPerSecond) / (2 * k * k),
      0,
    ) / power,
};

export const hum: Corruption = {
  label: t`Hum`,
  name: t`hum`,
  summary: t`Adds a 50 Hz hum and its harmonics at 8 kHz sampling, with random phases. The level sets the signal-to-noise ratio.`,
  formula: String.raw`\tilde x_t = x_t + \sigma \textstyle\sum_k \tfrac{1}{k} \cos (2 \pi \, 50 k\, t + \varphi_k)`,
  suits: ['sound'],
  levelIsSnr: true,
  apply: addedBySnr(humNoise),
};
