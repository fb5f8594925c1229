// Index arithmetic for shaders.

export type Division = 'fast' | 'whole';

/** The largest index that a division in floats gets right with certainty. */
const exactInFloats = 2 ** 22;

/** Part of the key of a shader whose indices stay below `count`. */
export function divisionOf(count: number): Division {
  return count < exactInFloats ? 'fast' : 'whole';
}

/** `int over(int i, int n)`: i / n, i >= 0. Software rendering divides whole numbers one by one, and floats four at a time. */
export function overGlsl(division: Division): string {
  const quotient = division === 'fast' ? 'int((float(i) + 0.5) / float(n))' : 'i / n';
  return `int over(int i, int n) { return ${quotient}; }`;
}

/** `vec2 placeOf(int i, vec2 size)`: the centre of texel `i` in a texture of this size, for `texture`. */
export const placeGlsl = `
vec2 placeOf(int i, vec2 size) {
  int row = over(i, int(size.x));
  return (vec2(i - row * int(size.x), row) + 0.5) / size;
}`;

/**
 * How the texels of a packed image `[batch, height, width, channels]` lie in its texture. `linear`: those of a row in equal steps. `steps`:
 * the pairs of channels of a position side by side. `wraps`: anyhow.
 */
export type Layout = 'linear' | 'steps' | 'wraps';

export interface LaidOut {
  layout: Layout;
  /** With `linear`: from one texel of a row to the next, in texels across and down. */
  step: readonly [number, number];
}

/** @param wide texels in a row of the image  @param deep pairs of channels */
export function layoutOf({ width }: { width: number }, wide: number, deep: number): LaidOut {
  if (width % (wide * deep) === 0) return { layout: 'linear', step: [deep, 0] };
  if (width === deep) return { layout: 'linear', step: [0, 1] };
  return { layout: width % deep === 0 ? 'steps' : 'wraps', step: [0, 0] };
}
