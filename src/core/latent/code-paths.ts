// Paths between two codes.

/** The point at `share` of the straight line from `a` to `b`, both `[codeSize]`; 0 is `a`, 1 is `b`. */
export function straight(a: Float32Array, b: Float32Array, share: number): Float32Array {
  return a.map((value, i) => (share === 1 ? (b[i] ?? 0) : value + share * ((b[i] ?? 0) - value)));
}

/**
 * Spherical interpolation (Shoemake 1985): the point at `share` of the great circle from `a` to `b` around the origin, with
 * the length interpolated linearly. Samples from a high-dimensional Gaussian lie near a sphere, which a straight line leaves.
 * Parallel, opposite or zero codes define no great circle; between them the path is straight.
 */
export function spherical(a: Float32Array, b: Float32Array, share: number): Float32Array {
  if (share === 0) return a.slice();
  if (share === 1) return b.slice();
  const [lengthA, lengthB] = [Math.hypot(...a), Math.hypot(...b)];
  if (lengthA === 0 || lengthB === 0) return straight(a, b, share);
  const dot = a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) / (lengthA * lengthB);
  const angle = Math.acos(Math.min(1, Math.max(-1, dot)));
  const sine = Math.sin(angle);
  if (sine < 1e-4) return straight(a, b, share);
  const length = lengthA + share * (lengthB - lengthA);
  const fromA = (Math.sin((1 - share) * angle) / sine / lengthA) * length;
  const fromB = (Math.sin(share * angle) / sine / lengthB) * length;
  return a.map((value, i) => fromA * value + fromB * (b[i] ?? 0));
}

/** `steps` points along a path, both ends included, `[steps, size]`. */
export function pathCodes(
  path: typeof straight,
  a: Float32Array,
  b: Float32Array,
  steps: number,
): Float32Array {
  const codes = new Float32Array(steps * a.length);
  for (let step = 0; step < steps; step++) codes.set(path(a, b, step / (steps - 1)), step * a.length);
  return codes;
}
