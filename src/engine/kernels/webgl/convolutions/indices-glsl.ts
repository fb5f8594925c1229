// Index arithmetic of the convolution shaders.

/** The largest index that a division in floats gets right with certainty. */
const exactInFloats = 2 ** 22;

/** Part of the key of a shader whose indices stay below `count`. */
export function divisionOf(count: number): 'fast' | 'whole' {
  return count < exactInFloats ? 'fast' : 'whole';
}

/** `int over(int i, int n)`: i / n, i >= 0. Software rendering divides whole numbers one by one, and floats four at a time. */
export function overGlsl(division: 'fast' | 'whole'): string {
  const quotient = division === 'fast' ? 'int((float(i) + 0.5) / float(n))' : 'i / n';
  return `int over(int i, int n) { return ${quotient}; }`;
}

/** `vec2 placeOf(int i, vec2 size)`: the centre of texel `i` in a texture of this size, for `texture`. */
export const placeGlsl = `
vec2 placeOf(int i, vec2 size) {
  int row = over(i, int(size.x));
  return (vec2(i - row * int(size.x), row) + 0.5) / size;
}`;
