// Ways from one code to another.

/** The point at `share` of the straight way from `a` to `b`, `[codeSize]` or whatever both have; 0 is `a`, 1 is `b`. */
export function straight(a: Float32Array, b: Float32Array, share: number): Float32Array {
  return a.map((value, i) => (share === 1 ? (b[i] ?? 0) : value + share * ((b[i] ?? 0) - value)));
}

/**
 * The point at `share` of the way from `a` to `b` along a great circle about the origin, its length between theirs
 * (Shoemake 1985). Codes drawn from a Gaussian of many dimensions lie near a sphere, which the straight way leaves. Where the
 * two point the same or the opposite way, or one is 0, there is no such circle, and the way is straight.
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

/** `steps` points of a way, both ends among them, one behind the other, `[steps, size]`. */
export function pathCodes(
  way: typeof straight,
  a: Float32Array,
  b: Float32Array,
  steps: number,
): Float32Array {
  const codes = new Float32Array(steps * a.length);
  for (let step = 0; step < steps; step++) codes.set(way(a, b, step / (steps - 1)), step * a.length);
  return codes;
}
