// A shuffle that is the same on every machine and in every Node: the data sets' fixed splits rest on it.

/**
 * Fisher-Yates over 0 .. count - 1, driven by mulberry32 (Tommy Ettinger's 32-bit generator, public domain).
 *
 * @param {number} count
 * @param {number} seed 32-bit integer
 * @returns {number[]}
 */
export function seededShuffle(count, seed) {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    const moved = /** @type {number} */ (order[last]);
    order[last] = /** @type {number} */ (order[other]);
    order[other] = moved;
  }
  return order;
}
