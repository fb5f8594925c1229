// a * b + c on four lanes. The relaxed build rounds once where the processor can (fused), the plain build twice. The compiler
// knows which build it is, so no run-time test remains.

// @ts-ignore: decorator
@inline
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) {
    return f32x4.relaxed_madd(a, b, c);
  } else {
    return f32x4.add(f32x4.mul(a, b), c);
  }
}
