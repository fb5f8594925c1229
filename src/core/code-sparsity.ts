// How few of its units a code leans on, as one number.

/**
 * Hoyer's sparsity of each code of `[n, codeSize]`, `[n]` (Hoyer 2004): `(sqrt(k) - L1 / L2) / (sqrt(k) - 1)`. 0 where all units
 * are equally far from 0, 1 where a single one is not 0; NaN of a code of zeros or of one number, which have none.
 */
export function hoyerSparsity(codes: Float32Array, codeSize: number): Float32Array {
  const root = Math.sqrt(codeSize);
  return Float32Array.from({ length: codes.length / codeSize }, (_, image) => {
    let l1 = 0;
    let squares = 0;
    for (let unit = 0; unit < codeSize; unit++) {
      const value = codes[image * codeSize + unit] ?? 0;
      l1 += Math.abs(value);
      squares += value * value;
    }
    return (root - l1 / Math.sqrt(squares)) / (root - 1);
  });
}
