// How few of its units a code uses, as one number.

/**
 * Hoyer's sparsity of each code in `[n, codeSize]`, `[n]` (Hoyer 2004): `(sqrt(k) - L1 / L2) / (sqrt(k) - 1)`. 0 when all units
 * have the same magnitude, 1 when only one is not 0; NaN for a code of zeros or of one number, where it is undefined.
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
