// How far two pictures are apart.

/** Sum of squared differences of two stretches of equal length. */
export function squaredError(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return sum;
}

/** Mean squared error per pixel of two pictures, or two rows of them; 0 of empty ones. */
export function meanSquaredError(a: Float32Array, b: Float32Array): number {
  return squaredError(a, b) / Math.max(1, a.length);
}
