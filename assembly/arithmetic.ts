// Sums, products and limits of two arrays, or of an array and one number: the terms of the objective, and gradients that meet.

/** Operation codes; src/engine/kernels/wasm/training/arithmetic-kernels.ts has the same table. MULTIPLY is 1. */
export const ADD: u32 = 0;

/** `to` = a + b or a b over `count` numbers; `step` is 0 if `b` is one number for all of them, else 1. */
export function combineArrays(operation: u32, count: usize, a: usize, b: usize, step: usize, to: usize): void {
  if (operation == ADD) {
    if (step == 0) combineOne(ADD, false, count, a, b, to);
    else combineOne(ADD, true, count, a, b, to);
  } else {
    if (step == 0) combineOne(1, false, count, a, b, to);
    else combineOne(1, true, count, a, b, to);
  }
}

// Inlined with constant codes, so that each case compiles to its own loop.
// @ts-ignore: decorator
@inline
function combineOne(operation: u32, isArray: bool, count: usize, a: usize, b: usize, to: usize): void {
  const only = v128.load32_splat(b);
  const bytes = count * 4;
  const vectorBytes = bytes & ~15;
  let at: usize = 0;
  for (; at < vectorBytes; at += 16) {
    v128.store(to + at, apply(operation, v128.load(a + at), isArray ? v128.load(b + at) : only));
  }
  for (; at < bytes; at += 4) {
    const other = isArray ? v128.load32_splat(b + at) : only;
    v128.store_lane<f32>(to + at, apply(operation, v128.load32_splat(a + at), other), 0);
  }
}

// @ts-ignore: decorator
@inline
function apply(operation: u32, a: v128, b: v128): v128 {
  return operation == ADD ? f32x4.add(a, b) : f32x4.mul(a, b);
}

/** Limits `count` numbers to a range; NaN stays NaN. */
export function clipArray(count: usize, from: usize, to: usize, least: f32, greatest: f32): void {
  const end = from + count * 4;
  const vectorEnd = from + (count & ~3) * 4;
  for (; from < vectorEnd; from += 16, to += 16) v128.store(to, limit(v128.load(from), least, greatest));
  for (; from < end; from += 4, to += 4) v128.store_lane<f32>(to, limit(v128.load32_splat(from), least, greatest), 0);
}

// @ts-ignore: decorator
@inline
function limit(x: v128, least: f32, greatest: f32): v128 {
  return f32x4.pmin(f32x4.pmax(x, f32x4.splat(least)), f32x4.splat(greatest));
}
