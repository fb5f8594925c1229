// Arithmetic on mean codes.

/** Mean codes, `[codeSize]` each; null for an empty slot. */
export interface Places {
  readonly a: Float32Array | null;
  readonly b: Float32Array | null;
  readonly c: Float32Array | null;
}

/**
 * `a - b + c` followed by each non-null term, so that one call decodes them all, `[1 + terms, codeSize]`; null if all
 * are null.
 */
export function combinedCode({ a, b, c }: Places): Float32Array | null {
  const there = [a, b, c].filter((code) => code !== null);
  const [first] = there;
  if (first === undefined) return null;
  const sum = first.map((_, unit) => (a?.[unit] ?? 0) - (b?.[unit] ?? 0) + (c?.[unit] ?? 0));
  const rows = [sum, ...there];
  const codes = new Float32Array(rows.length * sum.length);
  rows.forEach((code, row) => codes.set(code, row * sum.length));
  return codes;
}
