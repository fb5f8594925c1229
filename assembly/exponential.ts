// exp, log and the activations built on them, on four lanes. Range reductions and polynomials of Cephes (S. Moshier: expf.c,
// logf.c), within 2 units in the last place. NaN stays NaN.
import { multiplyAdd } from './multiply-add';

// Beyond these, 2^n is not a normal float: exp is clamped to 1.2e-38 and 2.4e38, which every function here tolerates.
const LOWEST: f32 = -87.33;
const HIGHEST: f32 = 88.37;

/** Adding it to a float leaves the nearest integer in the low bits: 1.5 * 2^23. */
const ROUNDING: f32 = 12582912;

// pmin and pmax are one instruction and return their first argument if it is NaN.
// @ts-ignore: decorator
@inline
function limit(x: v128): v128 {
  return f32x4.pmin(f32x4.pmax(x, f32x4.splat(LOWEST)), f32x4.splat(HIGHEST));
}

/** x / ln 2, rounded; the integer n is in the low bits of the float. */
// @ts-ignore: decorator
@inline
function nearestPower(x: v128): v128 {
  return multiplyAdd(x, f32x4.splat(1.44269504), f32x4.splat(ROUNDING));
}

/** 2^n: moves the low bits of `power` into the exponent. */
// @ts-ignore: decorator
@inline
function powerOfTwo(power: v128): v128 {
  return i32x4.add(i32x4.shl(power, 23), i32x4.splat(127 << 23));
}

/** exp(x) / 2^n - 1, from a polynomial in x - n ln 2. */
// @ts-ignore: decorator
@inline
function remainder(x: v128, power: v128): v128 {
  const n = f32x4.sub(power, f32x4.splat(ROUNDING));
  // ln 2 in two parts, so that n ln 2 is subtracted without loss of precision.
  let r = multiplyAdd(n, f32x4.splat(-0.693359375), x);
  r = multiplyAdd(n, f32x4.splat(2.12194440e-4), r);
  let p = f32x4.splat(1.9875691500e-4);
  p = multiplyAdd(p, r, f32x4.splat(1.3981999507e-3));
  p = multiplyAdd(p, r, f32x4.splat(8.3334519073e-3));
  p = multiplyAdd(p, r, f32x4.splat(4.1665795894e-2));
  p = multiplyAdd(p, r, f32x4.splat(1.6666665459e-1));
  p = multiplyAdd(p, r, f32x4.splat(5.0000001201e-1));
  return multiplyAdd(f32x4.mul(p, r), r, r);
}

/** exp(x). */
// @ts-ignore: decorator
@inline
export function exponential(x: v128): v128 {
  x = limit(x);
  const power = nearestPower(x);
  const scale = powerOfTwo(power);
  return multiplyAdd(scale, remainder(x, power), scale);
}

/** exp(-x). */
// @ts-ignore: decorator
@inline
export function negativeExponential(x: v128): v128 {
  return exponential(f32x4.neg(x));
}

/** exp(x) - 1, accurate near zero too. */
// @ts-ignore: decorator
@inline
export function exponentialMinusOne(x: v128): v128 {
  x = limit(x);
  const power = nearestPower(x);
  const scale = powerOfTwo(power);
  return multiplyAdd(scale, remainder(x, power), f32x4.sub(scale, f32x4.splat(1)));
}

/** log(1 + x) for x from 0 to 1. */
// @ts-ignore: decorator
@inline
export function logOnePlus(x: v128): v128 {
  // Above sqrt(2) - 1, halve 1 + x and add log 2 at the end: r stays between -0.3 and 0.42.
  const large = f32x4.gt(x, f32x4.splat(0.41421356));
  const r = v128.bitselect(f32x4.mul(f32x4.sub(x, f32x4.splat(1)), f32x4.splat(0.5)), x, large);
  return f32x4.add(logOnePlusSmall(r), v128.and(large, f32x4.splat(0.69314718)));
}

/** log(1 + r) for r from -0.3 to 0.42. */
// @ts-ignore: decorator
@inline
export function logOnePlusSmall(r: v128): v128 {
  let p = f32x4.splat(7.0376836292e-2);
  p = multiplyAdd(p, r, f32x4.splat(-1.1514610310e-1));
  p = multiplyAdd(p, r, f32x4.splat(1.1676998740e-1));
  p = multiplyAdd(p, r, f32x4.splat(-1.2420140846e-1));
  p = multiplyAdd(p, r, f32x4.splat(1.4249322787e-1));
  p = multiplyAdd(p, r, f32x4.splat(-1.6668057665e-1));
  p = multiplyAdd(p, r, f32x4.splat(2.0000714765e-1));
  p = multiplyAdd(p, r, f32x4.splat(-2.4999993993e-1));
  p = multiplyAdd(p, r, f32x4.splat(3.3333331174e-1));
  p = multiplyAdd(p, r, f32x4.splat(-0.5));
  return multiplyAdd(f32x4.mul(p, r), r, r);
}

/** log(x) for normal x above 0. */
// @ts-ignore: decorator
@inline
export function logarithm(x: v128): v128 {
  // x is a power of two times a number between 1/2 and 1. Below sqrt(1/2), take the double: then r is between -0.3 and 0.42.
  const mantissa = v128.or(v128.and(x, i32x4.splat(0x007fffff)), f32x4.splat(0.5));
  const isSmall = f32x4.lt(mantissa, f32x4.splat(0.70710678));
  const r = f32x4.sub(f32x4.add(mantissa, v128.and(mantissa, isSmall)), f32x4.splat(1));
  const exponent = i32x4.add(i32x4.sub(i32x4.shr_u(x, 23), i32x4.splat(126)), isSmall);
  const n = f32x4.convert_i32x4_s(exponent);
  // ln 2 in two parts, as above
  let log = multiplyAdd(n, f32x4.splat(-2.12194440e-4), logOnePlusSmall(r));
  log = multiplyAdd(n, f32x4.splat(0.693359375), log);
  return v128.or(log, f32x4.ne(x, x));
}

/** 1 / (1 + exp(-x)). */
// @ts-ignore: decorator
@inline
export function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, negativeExponential(x)));
}

/** tanh(x) = t / (t + 2) with t = exp(2 x) - 1. */
// @ts-ignore: decorator
@inline
export function tanh(x: v128): v128 {
  const t = exponentialMinusOne(f32x4.add(x, x));
  return f32x4.div(t, f32x4.add(t, f32x4.splat(2)));
}

/** x where it is positive, exp(x) - 1 elsewhere. */
// @ts-ignore: decorator
@inline
export function elu(x: v128): v128 {
  return v128.bitselect(x, exponentialMinusOne(x), f32x4.gt(x, f32x4.splat(0)));
}

/** log(1 + exp(x)) = max(x, 0) + log(1 + exp(-|x|)). */
// @ts-ignore: decorator
@inline
export function softplus(x: v128): v128 {
  const log = logOnePlus(negativeExponential(f32x4.abs(x)));
  return f32x4.add(f32x4.pmax(x, f32x4.splat(0)), log);
}
