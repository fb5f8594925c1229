// The random directions that the range finder starts from: the same on every machine.
import { pcg4d, standardNormal, words } from '../../../core/random';

const seed = 0x72616e67;

/** A standard normal number that is a function of its place. */
export function standardNormalAt(row: number, column: number): number {
  pcg4d(seed, row, column, 0);
  return standardNormal(words[0] ?? 0, words[1] ?? 0);
}
