/**
 * GLSL: `withNaN(value, z)` is the value, but NaN where z is. Some graphics cards make a number of the exponential of NaN: a
 * network that diverged must show it. NaN is told by its bits: compilers take it that no number differs from itself.
 */
export const nanGlsl = `
vec4 withNaN(vec4 value, vec4 z) {
  return mix(value, z, greaterThan(floatBitsToUint(z) & 0x7fffffffu, uvec4(0x7f800000u)));
}`;
