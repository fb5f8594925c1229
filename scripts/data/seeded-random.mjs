// Numbers that are the same on every machine and Node version; the fixed splits and cuts of the data sets depend on them.

/**
 * mulberry32 (Tommy Ettinger's 32-bit generator, public domain).
 *
 * @param {number} seed 32-bit integer
 * @returns {() => number} uniform in [0, 1)
 */
export function seededRandom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
