/**
 * GLSL: `withNaN(value, z)` is `value`, or NaN where z is NaN. Some GPUs return a number for exp(NaN), which would hide a
 * divergence. The test reads bits, because compilers assume that every number equals itself.
 */
export const nanGlsl = `
vec4 withNaN(vec4 value, vec4 z) {
  return mix(value, z, greaterThan(floatBitsToUint(z) & 0x7fffffffu, uvec4(0x7f800000u)));
}`;
