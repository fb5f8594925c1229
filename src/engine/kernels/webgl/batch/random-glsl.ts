// core/random.ts in GLSL. The hash is exact; the normal numbers use polynomials, because built-in sines and logarithms may
// be off by a thousandth.

/** `uvec4 pcg4d(uvec4)`; `uint bits24(uint)`, a word as a 24-bit fraction; `float normal(uint, uint)`. */
export const randomGlsl = `
uvec4 pcg4d(uvec4 v) {
  v = v * 1664525u + 1013904223u;
  v.x += v.y * v.w; v.y += v.z * v.x; v.z += v.x * v.y; v.w += v.y * v.z;
  v ^= v >> 16u;
  v.x += v.y * v.w; v.y += v.z * v.x; v.z += v.x * v.y; v.w += v.y * v.z;
  return v;
}
uint bits24(uint word) { return word >> 8u; }
// log(m), m in [sqrt(1/2), sqrt(2)], of f = m - 1: 2 artanh(f / (2 + f))
float logOnePlus(float f) {
  float s = f / (2.0 + f), q = s * s;
  return 2.0 * s * (1.0 + q * (1.0 / 3.0 + q * (0.2 + q / 7.0)));
}
// log((k + 1/2) / 2^24), k < 2^24
float logOfShare(uint k) {
  const float ln2 = 0.69314718056;
  if (k >= 0x800000u) {
    // 1 minus the fraction is exact
    float missing = (float(0x1000000u - k) - 0.5) / 16777216.0;
    return missing < 0.29289322 ? logOnePlus(-missing) : logOnePlus(1.0 - 2.0 * missing) - ln2;
  }
  uint bits = floatBitsToUint(float(k) + 0.5);
  int exponent = int(bits >> 23u) - 127;
  float f = uintBitsToFloat((bits & 0x7fffffu) | 0x3f800000u) - 1.0;
  if (f > 0.41421356) { f = 0.5 * f - 0.5; exponent++; }
  return logOnePlus(f) + float(exponent - 24) * ln2;
}
// cos(2 pi k / 2^24)
float cosOfTurn(uint k) {
  // reduce to half a turn by symmetry, then to a quarter: 0 to 2^22
  uint half_ = min(k, 0x1000000u - k);
  bool beyond = half_ > 0x400000u;
  float x = float(beyond ? 0x800000u - half_ : half_) * (6.28318530718 / 16777216.0), q = x * x;
  float c = 1.0 - q * (0.5 - q * (1.0 / 24.0 - q * (1.0 / 720.0 - q * (1.0 / 40320.0
    - q * (1.0 / 3628800.0 - q / 479001600.0)))));
  return beyond ? -c : c;
}
float normal(uint first, uint second) {
  return sqrt(-2.0 * logOfShare(bits24(first))) * cosOfTurn(bits24(second));
}`;
