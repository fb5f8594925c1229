// core/random.ts in WGSL. The hash is exact; the normal numbers use polynomials, because built-in sines and logarithms may be off
// by a thousandth.

/** `vec4<u32> pcg4d(vec4<u32>)`; `u32 bits24(u32)`, a word as a 24-bit fraction; `f32 normal(u32, u32)`. */
export const randomWgsl = `
fn pcg4d(counter: vec4<u32>) -> vec4<u32> {
  var v = counter * 1664525u + 1013904223u;
  v.x += v.y * v.w; v.y += v.z * v.x; v.z += v.x * v.y; v.w += v.y * v.z;
  v ^= v >> vec4<u32>(16u);
  v.x += v.y * v.w; v.y += v.z * v.x; v.z += v.x * v.y; v.w += v.y * v.z;
  return v;
}
fn bits24(word: u32) -> u32 { return word >> 8u; }
// log(m), m in [sqrt(1/2), sqrt(2)], of f = m - 1: 2 artanh(f / (2 + f))
fn logOnePlus(f: f32) -> f32 {
  let s = f / (2.0 + f);
  let q = s * s;
  return 2.0 * s * (1.0 + q * (1.0 / 3.0 + q * (0.2 + q / 7.0)));
}
// log((k + 1/2) / 2^24), k < 2^24
fn logOfShare(k: u32) -> f32 {
  const ln2 = 0.69314718056;
  if (k >= 0x800000u) {
    // 1 minus the fraction is exact
    let missing = (f32(0x1000000u - k) - 0.5) / 16777216.0;
    if (missing < 0.29289322) { return logOnePlus(-missing); }
    return logOnePlus(1.0 - 2.0 * missing) - ln2;
  }
  let bits = bitcast<u32>(f32(k) + 0.5);
  var exponent = i32(bits >> 23u) - 127;
  var f = bitcast<f32>((bits & 0x7fffffu) | 0x3f800000u) - 1.0;
  if (f > 0.41421356) { f = 0.5 * f - 0.5; exponent++; }
  return logOnePlus(f) + f32(exponent - 24) * ln2;
}
// cos(2 pi k / 2^24)
fn cosOfTurn(k: u32) -> f32 {
  // reduce to half a turn by symmetry, then to a quarter: 0 to 2^22
  let half = min(k, 0x1000000u - k);
  let beyond = half > 0x400000u;
  let x = f32(select(half, 0x800000u - half, beyond)) * (6.28318530718 / 16777216.0);
  let q = x * x;
  let c = 1.0 - q * (0.5 - q * (1.0 / 24.0 - q * (1.0 / 720.0 - q * (1.0 / 40320.0
    - q * (1.0 / 3628800.0 - q / 479001600.0)))));
  return select(c, -c, beyond);
}
fn normal(first: u32, second: u32) -> f32 {
  return sqrt(-2.0 * logOfShare(bits24(first))) * cosOfTurn(bits24(second));
}`;
