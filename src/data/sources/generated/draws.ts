// The random numbers of one generated sample: each a function of (seed, sample, how many came before), so that a sample does not
// depend on those made before it.
import { pcg4d, standardNormal, streams, unitInterval, words } from '../../../core/random';

export interface Draws {
  /** Uniform in [from, to). */
  readonly between: (from: number, to: number) => number;
  /** A whole number from 0 to `count - 1`. */
  readonly below: (count: number) => number;
  /** Standard normal. */
  readonly normal: () => number;
}

export function drawsOf(seed: number, sample: number): Draws {
  let counter = 0;
  const next = () => pcg4d(seed, sample, counter++, streams.generated);
  function uniform(): number {
    next();
    return unitInterval(words[0] ?? 0);
  }
  return {
    between: (from, to) => from + (to - from) * uniform(),
    below: (count) => Math.floor(uniform() * count),
    normal() {
      next();
      return standardNormal(words[0] ?? 0, words[1] ?? 0);
    },
  };
}
