// What a recording says of its own noise: its quietest stretch, in which one hears little else. Where nobody knows the noise by
// itself, the methods that need its spectrum are told this, as one does by hand in an audio editor.
import { soundRateHz } from '../../../core/sound/rate';

/** Long enough for a few frames of the spectrum. */
const stretchSeconds = 0.5;

/** The stretch of half a second with the least power; all of a shorter recording. Exact silence, as before a take, is no noise. */
export function quietestStretch(samples: Float32Array): Float32Array {
  const length = stretchSeconds * soundRateHz;
  if (samples.length <= length) return samples;
  const step = length / 8;
  let [best, least] = [0, Infinity];
  for (let from = 0; from + length <= samples.length; from += step) {
    let power = 0;
    for (let at = from; at < from + length; at++) power += (samples[at] ?? 0) ** 2;
    if (power > 0 && power < least) [best, least] = [from, power];
  }
  return samples.slice(best, best + length);
}
