/**
 * Diameter of a map's points in CSS pixels, 2.6 to 8: the fewer there are, the larger, so that thirty can be seen and ten thousand
 * do not cover each other.
 */
export function pointDiameter(count: number): number {
  return Math.min(8, Math.max(2.6, 3.2 * (2000 / Math.max(1, count)) ** 0.25));
}
