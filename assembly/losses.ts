// The reconstruction losses and their gradients with respect to the logits, and the gradient through an activation: one pass
// each, over a range that any thread may run.
import { logOnePlus, negativeExponential, sigmoid } from './exponential';

/** Loss codes; src/engine/kernels/wasm/training/loss-kernels.ts has the same table. */
const MSE: u32 = 0;
const MAE: u32 = 1;

/** Numbers summed in single precision before the total continues in double precision. */
const SHORT: usize = 256;

/** Activation codes, as in activation.ts. */
const RELU: u32 = 1;
const SIGMOID: u32 = 2;
const ELU: u32 = 3;

/** Sum of the loss over `count` pixels. Targets in [0, 1]. */
export function lossSum(loss: u32, isSigmoid: bool, count: usize, target: usize, logits: usize): f64 {
  if (loss == MSE) return isSigmoid ? sumOf(MSE, true, count, target, logits) : sumOf(MSE, false, count, target, logits);
  if (loss == MAE) return isSigmoid ? sumOf(MAE, true, count, target, logits) : sumOf(MAE, false, count, target, logits);
  return sumOf(2, true, count, target, logits);
}

// Inlined with constant codes, so that each loss compiles to its own loop.
// @ts-ignore: decorator
@inline
function sumOf(loss: u32, isSigmoid: bool, count: usize, target: usize, logits: usize): f64 {
  let sum: f64 = 0;
  const end = target + count * 4;
  const vectorEnd = target + (count & ~3) * 4;
  while (target < vectorEnd) {
    const shortEnd = min(vectorEnd, target + SHORT * 4);
    let lanes = f32x4.splat(0);
    for (; target < shortEnd; target += 16, logits += 16) {
      lanes = f32x4.add(lanes, lossOf(loss, isSigmoid, v128.load(target), v128.load(logits)));
    }
    sum += <f64>f32x4.extract_lane(lanes, 0);
    sum += <f64>f32x4.extract_lane(lanes, 1);
    sum += <f64>f32x4.extract_lane(lanes, 2);
    sum += <f64>f32x4.extract_lane(lanes, 3);
  }
  for (; target < end; target += 4, logits += 4) {
    const one = lossOf(loss, isSigmoid, v128.load32_splat(target), v128.load32_splat(logits));
    sum += <f64>f32x4.extract_lane(one, 0);
  }
  return sum;
}

// @ts-ignore: decorator
@inline
function lossOf(loss: u32, isSigmoid: bool, target: v128, z: v128): v128 {
  if (loss == MSE) {
    const error = f32x4.sub(isSigmoid ? sigmoid(z) : z, target);
    return f32x4.mul(error, error);
  }
  if (loss == MAE) return f32x4.abs(f32x4.sub(isSigmoid ? sigmoid(z) : z, target));
  // cross-entropy: max(z, 0) - z x + log(1 + exp(-|z|))
  const linear = f32x4.sub(f32x4.pmax(z, f32x4.splat(0)), f32x4.mul(z, target));
  return f32x4.add(linear, logOnePlus(negativeExponential(f32x4.abs(z))));
}

/** The derivative of the loss with respect to each logit, times `scale`. */
export function lossGradient(
  loss: u32,
  isSigmoid: bool,
  count: usize,
  target: usize,
  logits: usize,
  to: usize,
  scale: f32,
): void {
  if (loss == MSE) {
    if (isSigmoid) gradientOf(MSE, true, count, target, logits, to, scale);
    else gradientOf(MSE, false, count, target, logits, to, scale);
  } else if (loss == MAE) {
    if (isSigmoid) gradientOf(MAE, true, count, target, logits, to, scale);
    else gradientOf(MAE, false, count, target, logits, to, scale);
  } else {
    gradientOf(2, true, count, target, logits, to, scale);
  }
}

// @ts-ignore: decorator
@inline
function gradientOf(
  loss: u32,
  isSigmoid: bool,
  count: usize,
  target: usize,
  logits: usize,
  to: usize,
  scale: f32,
): void {
  const scales = f32x4.splat(scale);
  const end = target + count * 4;
  const vectorEnd = target + (count & ~3) * 4;
  for (; target < vectorEnd; target += 16, logits += 16, to += 16) {
    const slope = slopeOf(loss, isSigmoid, v128.load(target), v128.load(logits));
    v128.store(to, f32x4.mul(slope, scales));
  }
  for (; target < end; target += 4, logits += 4, to += 4) {
    const slope = slopeOf(loss, isSigmoid, v128.load32_splat(target), v128.load32_splat(logits));
    v128.store_lane<f32>(to, f32x4.mul(slope, scales), 0);
  }
}

// @ts-ignore: decorator
@inline
function slopeOf(loss: u32, isSigmoid: bool, target: v128, z: v128): v128 {
  const one = f32x4.splat(1);
  const pixel = isSigmoid ? sigmoid(z) : z;
  const error = f32x4.sub(pixel, target);
  if (loss != MSE && loss != MAE) return error;
  // 2 error, or its sign; both are 0 for a correct pixel, which stays as it is
  const isNone = f32x4.eq(error, f32x4.splat(0));
  const sign = v128.andnot(v128.bitselect(error, one, i32x4.splat(0x80000000)), isNone);
  const outer = loss == MSE ? f32x4.add(error, error) : sign;
  return isSigmoid ? f32x4.mul(outer, f32x4.mul(pixel, f32x4.sub(one, pixel))) : outer;
}

/** `to` = dy times the derivative of an activation, in terms of its output `y`. */
export function activationGradientOf(activation: u32, count: usize, dy: usize, y: usize, to: usize): void {
  if (activation == RELU) throughActivation(RELU, count, dy, y, to);
  else if (activation == SIGMOID) throughActivation(SIGMOID, count, dy, y, to);
  else if (activation == ELU) throughActivation(ELU, count, dy, y, to);
  else throughActivation(4, count, dy, y, to);
}

// @ts-ignore: decorator
@inline
function throughActivation(activation: u32, count: usize, dy: usize, y: usize, to: usize): void {
  const end = y + count * 4;
  const vectorEnd = y + (count & ~3) * 4;
  for (; y < vectorEnd; y += 16, dy += 16, to += 16) {
    v128.store(to, passGradient(activation, v128.load(dy), v128.load(y)));
  }
  for (; y < end; y += 4, dy += 4, to += 4) {
    v128.store_lane<f32>(to, passGradient(activation, v128.load32_splat(dy), v128.load32_splat(y)), 0);
  }
}

// @ts-ignore: decorator
@inline
function passGradient(activation: u32, dy: v128, y: v128): v128 {
  const one = f32x4.splat(1);
  if (activation == RELU) return v128.and(dy, f32x4.gt(y, f32x4.splat(0)));
  if (activation == SIGMOID) return f32x4.mul(dy, f32x4.mul(y, f32x4.sub(one, y)));
  if (activation == ELU) return f32x4.mul(dy, f32x4.add(f32x4.pmin(y, f32x4.splat(0)), one));
  return f32x4.mul(dy, f32x4.sub(one, f32x4.mul(y, y)));
}
