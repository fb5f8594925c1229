// The input gradient of a convolution of signals with three taps and stride 2, which is also the transposed convolution to signals. As in
// pixel-sums.ts each number is the sum of all that reaches it. Number 2 j takes the first tap from position j and the last from j - 1,
// number 2 j + 1 the middle one from j; so a tile of neighbouring positions reads each of them once.
import { ConvolutionPlan } from './convolution-plan';
import { multiplyAdd } from './multiply-add';
import { addLanes, finish, SIGNAL_POSITIONS } from './pixel-tile';

/** Writes the weights, and zeros for what is before the first position. */
export function prepareSignals(plan: ConvolutionPlan, filter: usize, scratch: usize): void {
  const stride = plan.outChannels * 4;
  let to = scratch + plan.weightsOffset;
  for (let channel: usize = 0; channel < plan.inChannels; channel++, filter += stride) {
    for (let k: usize = 0; k < stride; k += 16) {
      for (let tap: usize = 0; tap < 3; tap++, to += 16) {
        v128.store(to, v128.load(filter + tap * plan.inChannels * stride + k));
      }
    }
  }
  memory.fill(scratch + plan.dyOffset, 0, stride);
}

/**
 * dx of some signals, plus bias.
 *
 * @param dy `[count, outWidth, outChannels]`
 * @param dx `[count, 2 outWidth, inChannels]`, overwritten
 * @param bias `[inChannels]`; 0 for none
 * @param least of the sums: 0 for ReLU, minus infinity for none
 */
export function sumSignals(
  plan: ConvolutionPlan,
  count: usize,
  dy: usize,
  dx: usize,
  bias: usize,
  least: f32,
  scratch: usize,
): void {
  const stride = plan.outChannels * 4;
  const next = plan.inChannels * 4;
  const floor = f32x4.splat(least);
  const zeros = scratch + plan.dyOffset;
  for (; count > 0; count--) {
    let previous = zeros;
    for (let x: usize = 0; x < plan.outWidth; x += SIGNAL_POSITIONS) {
      const row1 = dy + stride;
      const row2 = row1 + stride;
      const row3 = row2 + stride;
      let w = scratch + plan.weightsOffset;
      for (let channel: usize = 0; channel < next; channel += 4) {
        let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
        let b0 = a0, b1 = a0, b2 = a0, b3 = a0;
        let k: usize = 0;
        do {
          const w0 = v128.load(w);
          const w1 = v128.load(w, 16);
          const w2 = v128.load(w, 32);
          a0 = multiplyAdd(v128.load(previous + k), w2, a0);
          let y = v128.load(dy + k);
          a1 = multiplyAdd(y, w2, a1);
          b0 = multiplyAdd(y, w1, b0);
          a0 = multiplyAdd(y, w0, a0);
          y = v128.load(row1 + k);
          a2 = multiplyAdd(y, w2, a2);
          b1 = multiplyAdd(y, w1, b1);
          a1 = multiplyAdd(y, w0, a1);
          y = v128.load(row2 + k);
          a3 = multiplyAdd(y, w2, a3);
          b2 = multiplyAdd(y, w1, b2);
          a2 = multiplyAdd(y, w0, a2);
          y = v128.load(row3 + k);
          b3 = multiplyAdd(y, w1, b3);
          a3 = multiplyAdd(y, w0, a3);
          w += 48;
          k += 16;
        } while (k < stride);
        const start = bias ? v128.load32_splat(bias + channel) : f32x4.splat(0);
        const to = dx + channel;
        storeFour(to, finish(addLanes(a0, b0, a1, b1), start, floor), next);
        storeFour(to + 4 * next, finish(addLanes(a2, b2, a3, b3), start, floor), next);
      }
      previous = row3;
      dy = row3 + stride;
      dx += 8 * next;
    }
  }
}

// @ts-ignore: decorator
@inline
function storeFour(to: usize, numbers: v128, next: usize): void {
  if (next == 4) return v128.store(to, numbers);
  v128.store_lane<f32>(to, numbers, 0);
  v128.store_lane<f32>(to + next, numbers, 1);
  v128.store_lane<f32>(to + 2 * next, numbers, 2);
  v128.store_lane<f32>(to + 3 * next, numbers, 3);
}
