// The sample of a Gaussian code with its KL term, and the gradients of both (Kingma & Welling 2014): one pass each, over a range
// that any thread may run. All arrays have `count` numbers.
import { exponential, exponentialMinusOne } from './exponential';
import { multiplyAdd } from './multiply-add';

/** Numbers summed in single precision before the total continues in double precision. */
const SHORT: usize = 256;

/** Writes mean + exp(logVar / 2) noise to `code`; returns the sum of mean^2 + exp(logVar) - 1 - logVar: twice the KL term. */
export function drawCodes(count: usize, mean: usize, logVar: usize, noise: usize, code: usize): f64 {
  let sum: f64 = 0;
  const bytes = count * 4;
  const vectorBytes = bytes & ~15;
  let at: usize = 0;
  while (at < vectorBytes) {
    const shortEnd = min(vectorBytes, at + SHORT * 4);
    let lanes = f32x4.splat(0);
    for (; at < shortEnd; at += 16) {
      const m = v128.load(mean + at);
      const l = v128.load(logVar + at);
      v128.store(code + at, draw(m, l, v128.load(noise + at)));
      lanes = f32x4.add(lanes, doubleDivergence(m, l));
    }
    sum += <f64>f32x4.extract_lane(lanes, 0);
    sum += <f64>f32x4.extract_lane(lanes, 1);
    sum += <f64>f32x4.extract_lane(lanes, 2);
    sum += <f64>f32x4.extract_lane(lanes, 3);
  }
  for (; at < bytes; at += 4) {
    const m = v128.load32_splat(mean + at);
    const l = v128.load32_splat(logVar + at);
    v128.store_lane<f32>(code + at, draw(m, l, v128.load32_splat(noise + at)), 0);
    sum += <f64>f32x4.extract_lane(doubleDivergence(m, l), 0);
  }
  return sum;
}

/** The gradients with respect to `mean` and `logVar`; `scale` is the gradient of the KL term, over the batch. */
export function codeGradients(
  count: usize,
  mean: usize,
  logVar: usize,
  noise: usize,
  dCode: usize,
  dMean: usize,
  dLogVar: usize,
  scale: f32,
): void {
  const bytes = count * 4;
  const vectorBytes = bytes & ~15;
  let at: usize = 0;
  for (; at < vectorBytes; at += 16) {
    const dz = v128.load(dCode + at);
    v128.store(dMean + at, multiplyAdd(f32x4.splat(scale), v128.load(mean + at), dz));
    v128.store(dLogVar + at, slope(v128.load(logVar + at), v128.load(noise + at), dz, scale));
  }
  for (; at < bytes; at += 4) {
    const dz = v128.load32_splat(dCode + at);
    v128.store_lane<f32>(dMean + at, multiplyAdd(f32x4.splat(scale), v128.load32_splat(mean + at), dz), 0);
    const dl = slope(v128.load32_splat(logVar + at), v128.load32_splat(noise + at), dz, scale);
    v128.store_lane<f32>(dLogVar + at, dl, 0);
  }
}

// @ts-ignore: decorator
@inline
function draw(mean: v128, logVar: v128, noise: v128): v128 {
  return multiplyAdd(exponential(f32x4.mul(logVar, f32x4.splat(0.5))), noise, mean);
}

// @ts-ignore: decorator
@inline
function doubleDivergence(mean: v128, logVar: v128): v128 {
  return f32x4.sub(multiplyAdd(mean, mean, varianceMinusOne(logVar)), logVar);
}

// @ts-ignore: decorator
@inline
function slope(logVar: v128, noise: v128, dCode: v128, scale: f32): v128 {
  const deviation = exponential(f32x4.mul(logVar, f32x4.splat(0.5)));
  const drawn = f32x4.mul(f32x4.mul(dCode, noise), deviation);
  return f32x4.mul(multiplyAdd(f32x4.splat(scale), varianceMinusOne(logVar), drawn), f32x4.splat(0.5));
}

/** exp(logVar) - 1 as t (t + 2) with t = exp(logVar / 2) - 1: accurate near 0, and shares the exponential with the deviation. */
// @ts-ignore: decorator
@inline
function varianceMinusOne(logVar: v128): v128 {
  const t = exponentialMinusOne(f32x4.mul(logVar, f32x4.splat(0.5)));
  return f32x4.mul(t, f32x4.add(t, f32x4.splat(2)));
}
