// Floating-point types of weight files, read into 32-bit floats. Little-endian, as every file format here and every machine that
// runs a browser is.

/** Bytes a value. */
export const floatBytes = { F16: 2, BF16: 2, F32: 4, F64: 8 } as const;

export type FloatType = keyof typeof floatBytes;

/** @param bytes whole values of the type, at any offset in their buffer */
export function toFloat32(bytes: Uint8Array, type: FloatType): Float32Array {
  const { buffer } = bytes.slice();
  if (type === 'F32') return new Float32Array(buffer);
  if (type === 'F64') return Float32Array.from(new Float64Array(buffer));
  const halves = new Uint16Array(buffer);
  if (type === 'F16') return Float32Array.from(halves, halfToNumber);
  // The upper half of a 32-bit float.
  return new Float32Array(Uint32Array.from(halves, (half) => half << 16).buffer);
}

/** IEEE 754 binary16: 1 sign bit, 5 bits of exponent with a bias of 15, 10 of the fraction. */
function halfToNumber(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
