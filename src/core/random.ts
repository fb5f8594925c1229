// Counter-based random numbers: each value is a function of its counter (seed, step, sample, pixel). It needs no state, is
// the same in JavaScript, WASM and GLSL, and can be tested for equality. The hash is pcg4d of Jarzynski & Olano,
// "Hash Functions for GPU Rendering", JCGT 9(3), 2020.

/** Output of `pcg4d`, four 32-bit words; shared, so that a pixel loop allocates nothing. */
export const words = new Uint32Array(4);

/** Hashes four 32-bit integers into `words`, four independent uniform 32-bit words. */
export function pcg4d(a: number, b: number, c: number, d: number): void {
  let x = (Math.imul(a, 1664525) + 1013904223) | 0;
  let y = (Math.imul(b, 1664525) + 1013904223) | 0;
  let z = (Math.imul(c, 1664525) + 1013904223) | 0;
  let w = (Math.imul(d, 1664525) + 1013904223) | 0;
  x = (x + Math.imul(y, w)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  w = (w + Math.imul(y, z)) | 0;
  x ^= x >>> 16;
  y ^= y >>> 16;
  z ^= z >>> 16;
  w ^= w >>> 16;
  x = (x + Math.imul(y, w)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  w = (w + Math.imul(y, z)) | 0;
  words[0] = x;
  words[1] = y;
  words[2] = z;
  words[3] = w;
}

const twoToMinus24 = 1 / 16777216;

/** A float in [0, 1) from the upper 24 bits of a word: exact in 32-bit floats, hence the same on every backend. */
export function unitInterval(word: number): number {
  return (word >>> 8) * twoToMinus24;
}

/** The integer n such that `word >>> 8 < n` exactly when `unitInterval(word) < level`; for kernels. */
export function belowLevel(level: number): number {
  return Math.ceil(level * 2 ** 24);
}

/** A standard normal number from two words (Box & Muller 1958). The first uniform is shifted off 0, where log diverges. */
export function standardNormal(first: number, second: number): number {
  const radius = Math.sqrt(-2 * Math.log((first >>> 8) * twoToMinus24 + twoToMinus24 / 2));
  return radius * Math.cos(2 * Math.PI * unitInterval(second));
}

/** Keeps the random streams of one seed apart. Used as the last word of the hash. */
export const streams = {
  order: 0x6f726472,
  weights: 0x77656967,
  jitter: 0x6a697474,
  pick: 0x7069636b,
  split: 0x73706c74,
  bootstrap: 0x626f6f74,
  anomaly: 0x616e6f6d,
  generated: 0x67656e65,
  /** `latent` and `dropout` are mixed into the seed: their numbers are indexed like those of the noise. */
  latent: 0x6c61746e,
  dropout: 0x64726f70,
} as const;

/** Uniform number `index` of a stream, in [0, 1); `salt` separates several uses of one stream. */
export function uniform(seed: number, stream: number, salt: number, index: number): number {
  pcg4d(seed, stream, salt, index);
  return unitInterval(words[0] ?? 0);
}

/** A seeded permutation of 0 .. count-1 (Fisher & Yates), `[count]`. */
export function permutation(
  count: number,
  seed: number,
  stream: number,
  salt: number,
): Uint32Array<ArrayBuffer> {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(uniform(seed, stream, salt, last) * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}
