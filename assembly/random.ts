// The random numbers of src/core/random.ts for four counters at once: the hash is identical bit for bit, normal numbers up to
// rounding.
import { logOnePlusSmall } from './exponential';
import { multiplyAdd } from './multiply-add';

const MULTIPLIER: i32 = 1664525;
const INCREMENT: i32 = 1013904223;

// Output of `hash`: the four words, for four counters each. Globals of a module instance, hence of one thread.
export let word0: v128 = i32x4(0, 0, 0, 0);
export let word1: v128 = i32x4(0, 0, 0, 0);
export let word2: v128 = i32x4(0, 0, 0, 0);
export let word3: v128 = i32x4(0, 0, 0, 0);

/** Writes pcg4d(a, b, c, place + lane) into the four words (Jarzynski & Olano 2020). */
export function hash(a: u32, b: u32, c: u32, place: u32): void {
  const places = i32x4.add(i32x4.splat(place), i32x4(0, 1, 2, 3));
  let x = i32x4.splat(a * MULTIPLIER + INCREMENT);
  let y = i32x4.splat(b * MULTIPLIER + INCREMENT);
  let z = i32x4.splat(c * MULTIPLIER + INCREMENT);
  let w = i32x4.add(i32x4.mul(places, i32x4.splat(MULTIPLIER)), i32x4.splat(INCREMENT));
  x = i32x4.add(x, i32x4.mul(y, w));
  y = i32x4.add(y, i32x4.mul(z, x));
  z = i32x4.add(z, i32x4.mul(x, y));
  w = i32x4.add(w, i32x4.mul(y, z));
  x = fold(x);
  y = fold(y);
  z = fold(z);
  w = fold(w);
  x = i32x4.add(x, i32x4.mul(y, w));
  y = i32x4.add(y, i32x4.mul(z, x));
  z = i32x4.add(z, i32x4.mul(x, y));
  word0 = x;
  word1 = y;
  word2 = z;
  word3 = i32x4.add(w, i32x4.mul(y, z));
}

// @ts-ignore: decorator
@inline
function fold(x: v128): v128 {
  return v128.xor(x, i32x4.shr_u(x, 16));
}

/** The upper 24 bits of a word of the hash: `unitInterval` times 2^24. */
// @ts-ignore: decorator
@inline
export function upperBits(word: v128): v128 {
  return i32x4.shr_u(word, 8);
}

/** Standard normal numbers from words 0 and 1 (Box & Muller 1958). */
// @ts-ignore: decorator
@inline
export function normalsOfWords(): v128 {
  return f32x4.mul(radius(upperBits(word0)), cosineOfTurns(upperBits(word1)));
}

/** sqrt(-2 log u) with u = (bits + 1/2) / 2^24. */
// @ts-ignore: decorator
@inline
function radius(bits: v128): v128 {
  // From 1/2 up, u - 1 is exact while u is not. Below, u is a power of two times a number between 1/2 and 1.
  const isUpper = i32x4.ge_s(bits, i32x4.splat(1 << 23));
  const below = f32x4.mul(f32x4.add(f32x4.convert_i32x4_u(bits), f32x4.splat(0.5)), f32x4.splat(1.0 / 16777216));
  const missing = f32x4.convert_i32x4_s(i32x4.sub(bits, i32x4.splat(1 << 24)));
  const above = f32x4.mul(f32x4.add(missing, f32x4.splat(0.5)), f32x4.splat(1.0 / 16777216));
  const mantissa = v128.or(v128.and(below, i32x4.splat(0x007fffff)), f32x4.splat(0.5));
  let exponent = i32x4.sub(i32x4.shr_u(below, 23), i32x4.splat(126));
  exponent = v128.andnot(exponent, isUpper);
  let r = v128.bitselect(above, f32x4.sub(mantissa, f32x4.splat(1)), isUpper);
  // Below sqrt(1/2), take the double: then r is between -0.3 and 0.42.
  const isSmall = f32x4.lt(r, f32x4.splat(-0.29289322));
  r = v128.bitselect(f32x4.add(f32x4.add(r, r), f32x4.splat(1)), r, isSmall);
  exponent = i32x4.add(exponent, isSmall);
  const log = multiplyAdd(f32x4.convert_i32x4_s(exponent), f32x4.splat(0.69314718), logOnePlusSmall(r));
  return f32x4.sqrt(f32x4.mul(log, f32x4.splat(-2)));
}

/** cos(2 pi bits / 2^24). */
// @ts-ignore: decorator
@inline
function cosineOfTurns(bits: v128): v128 {
  // Reduces to the nearest half turn: the rest is at most a quarter of a turn, exactly.
  const halves = i32x4.shr_u(i32x4.add(bits, i32x4.splat(1 << 22)), 23);
  const rest = f32x4.convert_i32x4_s(i32x4.sub(bits, i32x4.shl(halves, 23)));
  const x = f32x4.mul(rest, f32x4.splat(<f32>(3.14159265358979 / 8388608)));
  const z = f32x4.mul(x, x);
  // The series up to x^12; the next term is below 7e-9.
  let p = f32x4.splat(<f32>(1.0 / 479001600));
  p = multiplyAdd(p, z, f32x4.splat(<f32>(-1.0 / 3628800)));
  p = multiplyAdd(p, z, f32x4.splat(<f32>(1.0 / 40320)));
  p = multiplyAdd(p, z, f32x4.splat(<f32>(-1.0 / 720)));
  p = multiplyAdd(p, z, f32x4.splat(<f32>(1.0 / 24)));
  p = multiplyAdd(p, z, f32x4.splat(-0.5));
  return v128.xor(multiplyAdd(p, z, f32x4.splat(1)), i32x4.shl(halves, 31));
}
