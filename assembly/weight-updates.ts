// Updates all weights of a network as one job, so that threads meet once instead of once per weight. A chunk is a range of one
// weight. With a limit, a first job sums the squares of all gradients, for clipping by the global norm (Pascanu et al. 2013,
// algorithm 1). range-kernels.ts starts both.
import { adamUpdate, momentumUpdate, rmsPropUpdate } from './optimizers';
import { RANGE } from './ranges';

/** Rule codes; src/engine/kernels/wasm/training/optimizer-kernels.ts has the same table. Momentum is 2. */
const ADAM: u32 = 0;
const RMS_PROP: u32 = 1;

/** A weight, written by src/engine/kernels/wasm/training/optimizer-kernels.ts in this order. */
@unmanaged
export class Weight {
  count: u32;
  /** Addresses: the weight, its gradient and its running averages (the second only with Adam), `[count]` each. */
  param: usize;
  gradient: usize;
  first: usize;
  second: usize;
  /** What is left of the weight after its decay. */
  keep: f32;
}

/** A request, written in this order; the weights follow one another at `weights`. */
@unmanaged
export class WeightUpdate {
  rule: u32;
  weights: usize;
  weightCount: u32;
  /** Largest global norm of the gradients; 0 for none. */
  limit: f32;
  /** Adam: step size, beta 1, beta 2, epsilon. RMSProp: learning rate, decay, epsilon. Momentum: learning rate, momentum. */
  p: f64;
  q: f64;
  r: f64;
  s: f64;
  /** Room for `weightUpdateScratchBytes` bytes: a sum per range. Unused without a limit. */
  scratch: usize;
  /** The factor of every gradient, set here. */
  scale: f32;
}

/** Bytes of a `Weight`. */
const WEIGHT_BYTES: usize = 24;

// Output of `locate`. Globals of a module instance, hence of one thread.
let found: Weight = changetype<Weight>(0);
let from: usize = 0;
let count: usize = 0;

/** Sums the squares of one range of the gradients, in double precision. */
export function sumSquares(update: WeightUpdate, chunk: usize): void {
  locate(update, <u32>chunk);
  let at = found.gradient + from;
  const vectorEnd = at + (count & ~3) * 4;
  const end = at + count * 4;
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (; at < vectorEnd; at += 16) {
    const g = v128.load(at);
    const g01 = f64x2.promote_low_f32x4(g);
    const g23 = f64x2.promote_low_f32x4(v128.shuffle<f32>(g, g, 2, 3, 2, 3));
    low = f64x2.add(low, f64x2.mul(g01, g01));
    high = f64x2.add(high, f64x2.mul(g23, g23));
  }
  const lanes = f64x2.add(low, high);
  let sum = f64x2.extract_lane(lanes, 0) + f64x2.extract_lane(lanes, 1);
  for (; at < end; at += 4) sum += <f64>load<f32>(at) * <f64>load<f32>(at);
  store<f64>(update.scratch + chunk * 8, sum);
}

/** Updates one range. */
export function updateRange(update: WeightUpdate, chunk: usize): void {
  locate(update, <u32>chunk);
  const param = found.param + from;
  const gradient = found.gradient + from;
  const first = found.first + from;
  const scale = update.scale;
  const keep = found.keep;
  if (update.rule == ADAM) {
    const second = found.second + from;
    adamUpdate(count, param, gradient, first, second, <f32>update.p, update.q, update.r, <f32>update.s, scale, keep);
  } else if (update.rule == RMS_PROP) {
    rmsPropUpdate(count, param, gradient, first, <f32>update.p, update.q, <f32>update.r, scale, keep);
  } else {
    momentumUpdate(count, param, gradient, first, <f32>update.p, <f32>update.q, scale, keep);
  }
}

/** Finds the weight and the range that a chunk is of; `from` is in bytes. */
function locate(update: WeightUpdate, range: u32): void {
  let i: u32 = 0;
  found = weightAt(update, i);
  while (range >= rangesOf(found)) {
    range -= rangesOf(found);
    found = weightAt(update, ++i);
  }
  from = <usize>range * RANGE * 4;
  count = min(RANGE, <usize>found.count - <usize>range * RANGE);
}

// @ts-ignore: decorator
@inline
export function weightAt(update: WeightUpdate, i: u32): Weight {
  return changetype<Weight>(update.weights + <usize>i * WEIGHT_BYTES);
}

// @ts-ignore: decorator
@inline
export function rangesOf(weight: Weight): u32 {
  return (weight.count + <u32>RANGE - 1) / <u32>RANGE;
}
