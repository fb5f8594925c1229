// Activation functions, elementwise, on four lanes.
import { elu, sigmoid, softplus, tanh } from './exponential';

/** Activation codes; src/engine/kernels/wasm/layers/activation-kernels.ts has the same table. 0 is none (linear). */
export const RELU: u32 = 1;
const SIGMOID: u32 = 2;
const ELU: u32 = 3;
const TANH: u32 = 4;
const SOFTPLUS: u32 = 5;

/** Applies an activation to `count` floats; `from` and `to` may be the same. */
export function applyActivation(activation: u32, count: usize, from: usize, to: usize): void {
  if (activation == RELU) applyOne(RELU, count, from, to);
  else if (activation == SIGMOID) applyOne(SIGMOID, count, from, to);
  else if (activation == ELU) applyOne(ELU, count, from, to);
  else if (activation == TANH) applyOne(TANH, count, from, to);
  else if (activation == SOFTPLUS) applyOne(SOFTPLUS, count, from, to);
}

// Inlined with a constant code, so that each activation compiles to its own loop.
// @ts-ignore: decorator
@inline
function applyOne(activation: u32, count: usize, from: usize, to: usize): void {
  const vectorEnd = from + (count & ~3) * 4;
  const end = from + count * 4;
  for (; from < vectorEnd; from += 16, to += 16) v128.store(to, activate(activation, v128.load(from)));
  for (; from < end; from += 4, to += 4) {
    v128.store_lane<f32>(to, activate(activation, v128.load32_splat(from)), 0);
  }
}

// @ts-ignore: decorator
@inline
function activate(activation: u32, x: v128): v128 {
  if (activation == RELU) return f32x4.pmax(x, f32x4.splat(0));
  if (activation == SIGMOID) return sigmoid(x);
  if (activation == ELU) return elu(x);
  if (activation == TANH) return tanh(x);
  return softplus(x);
}
