// How much larger errors are drawn than they are. Those of signals are drawn to scale about a line, where one would soon see
// nothing of them: the gain grows in round steps as they shrink, and whoever shows it says it.
import type { SampleLook, SampleValues } from '../sample-look';

const gains = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

/** Of the height of the picture; where errors reach further, the gain is smaller. */
const fullHeight = 0.5;

/**
 * @param errors of all samples that share a gain, in [-1, 1]
 */
export function errorGainFor(look: Pick<SampleLook, 'errorGain' | 'fitted'>, errors: SampleValues): number {
  if (!look.fitted) return look.errorGain;
  let largest = 0;
  for (const error of errors) largest = Math.max(largest, Math.abs(error) || 0);
  return gains.findLast((gain) => gain * largest <= fullHeight) ?? 1;
}
