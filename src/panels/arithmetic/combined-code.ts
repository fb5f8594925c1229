// The sum of mean codes.

/** Mean codes, `[codeSize]` each; null where a place is empty. */
export interface Places {
  readonly a: Float32Array | null;
  readonly b: Float32Array | null;
  readonly c: Float32Array | null;
}

/**
 * `a - b + c`, and behind it each of them that is there, for all to be decoded at once, `[1 + those, codeSize]`; null where
 * there is nothing to add.
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
