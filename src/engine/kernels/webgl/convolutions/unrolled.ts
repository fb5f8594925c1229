// What the shaders of convolutions are written with: lines of GLSL, one for each of a few texels, pairs of channels or numbers.

/** A line for each item. */
export function each<T>(list: readonly T[], line: (item: T) => string): string {
  return list.map(line).join('\n');
}

/** 0 to `count` - 1. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

/** The numbers of a texel. */
export const lanes = ['x', 'y', 'z', 'w'] as const;

/** Texels across so many positions, or pairs of so many channels. */
export function inPairs(side: number): number {
  return Math.ceil(side / 2);
}
