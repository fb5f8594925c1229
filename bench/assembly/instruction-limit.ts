// AssemblyScript, compiled by bench/profile.mjs: measures the peak rate of this processor, which the bench divides by. Uses
// only registers, no memory.

/** `count` times twelve independent fused multiply-adds of four lanes: the limit of the tile. */
export function multiplyAdds(count: u32): f32 {
  const x = f32x4.splat(0.999);
  const y = f32x4.splat(0.001);
  let a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
  for (let n: u32 = 0; n < count; n++) {
    a = f32x4.relaxed_madd(x, y, a);
    b = f32x4.relaxed_madd(x, y, b);
    c = f32x4.relaxed_madd(x, y, c);
    d = f32x4.relaxed_madd(x, y, d);
    e = f32x4.relaxed_madd(x, y, e);
    f = f32x4.relaxed_madd(x, y, f);
    g = f32x4.relaxed_madd(x, y, g);
    h = f32x4.relaxed_madd(x, y, h);
    i = f32x4.relaxed_madd(x, y, i);
    j = f32x4.relaxed_madd(x, y, j);
    k = f32x4.relaxed_madd(x, y, k);
    l = f32x4.relaxed_madd(x, y, l);
  }
  const low = f32x4.add(f32x4.add(f32x4.add(a, b), f32x4.add(c, d)), f32x4.add(e, f));
  const high = f32x4.add(f32x4.add(f32x4.add(g, h), f32x4.add(i, j)), f32x4.add(k, l));
  return f32x4.extract_lane(f32x4.add(low, high), 0);
}

/** `count` times sixteen dependent integer operations: one per cycle, which gives the clock rate. */
export function chain(count: u32, p: u32, q: u32): u32 {
  let x: u32 = 1;
  for (let n: u32 = 0; n < count; n++) {
    x = ((x + p) ^ q) + p;
    x = ((x ^ q) + p) ^ q;
    x = ((x + p) ^ q) + p;
    x = ((x ^ q) + p) ^ q;
    x = ((x + p) ^ q) + p;
    x = x ^ q;
  }
  return x;
}
