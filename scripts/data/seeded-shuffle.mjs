// A shuffle that gives the same result on every machine and Node version; the fixed splits of the data sets depend on it.
import { seededRandom } from './seeded-random.mjs';

/**
 * Fisher-Yates over 0 .. count - 1.
 *
 * @param {number} count
 * @param {number} seed 32-bit integer
 * @returns {number[]}
 */
export function seededShuffle(count, seed) {
  const random = seededRandom(seed);
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const moved = /** @type {number} */ (order[last]);
    order[last] = /** @type {number} */ (order[other]);
    order[other] = moved;
  }
  return order;
}
