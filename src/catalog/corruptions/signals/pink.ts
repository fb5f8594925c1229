// Pink noise, of equal power in every octave, as wind, tape and amplifiers have: the sum of random steps that last 1, 2, 4 ...
// points (Voss's method, in Gardner, "White and brown music, fractal curves and one-over-f fluctuations", Scientific American
// 1978). The steps of each length begin at a random point, so the noise is stationary.
import { t } from '@lingui/core/macro';
import { pcg4d, unitInterval, words } from '../../../core/random';
import type { Corruption } from '../corruption';
import { addedBySnr, type SoundNoise } from './snr';

export const pinkNoise: SoundNoise = {
  draw(noise, length, { seed, step, sample }, channel) {
    const lengths = stepLengths(length);
    // A uniform number in [-1/2, 1/2] has variance 1/12.
    const scale = Math.sqrt(12 / lengths);
    noise.fill(0, 0, length);
    for (let octave = 0; octave < lengths; octave++) {
      const lasts = 2 ** octave;
      // The counters of different octaves and channels do not meet: steps are counted from 1, four to a hash.
      const from = (channel * 32 + octave) << 20;
      pcg4d(seed, step, sample, from);
      let left = lasts - Math.floor(unitInterval(words[0] ?? 0) * lasts);
      for (let at = 0, index = 0; at < length; index++, left = lasts) {
        if (index % 4 === 0) pcg4d(seed, step, sample, from + 1 + index / 4);
        const value = scale * (unitInterval(words[index % 4] ?? 0) - 0.5);
        for (const end = Math.min(length, at + left); at < end; at++) noise[at]! += value;
      }
    }
  },
  covariance(lag, length) {
    const lengths = stepLengths(length);
    let shared = 0;
    // Two points share a step with this probability.
    for (let octave = 0; octave < lengths; octave++) shared += Math.max(0, 1 - lag / 2 ** octave);
    return shared / lengths;
  },
};

/** 1, 2, 4 ... up to the first that is as long as the signal. */
function stepLengths(length: number): number {
  return Math.ceil(Math.log2(length)) + 1;
}

export const pink: Corruption = {
  label: t`Pink`,
  name: t`pink`,
  summary: t`Adds noise of equal power in every octave. The level sets the signal-to-noise ratio.`,
  formula: String.raw`\tilde x = x + \sigma \varepsilon, \quad S_\varepsilon(f) \propto 1 / f`,
  suits: ['sound'],
  levelIsSnr: true,
  apply: addedBySnr(pinkNoise),
};
