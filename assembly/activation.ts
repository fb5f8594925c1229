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

/** Adds a bias `[channels]` to each of `rows` rows in place, and applies an activation. */
export function addBias(activation: u32, rows: usize, channels: usize, bias: usize, x: usize): void {
  if (channels == 1) {
    const only = v128.load32_splat(bias);
    const end = x + rows * 4;
    const vectorEnd = x + (rows & ~3) * 4;
    for (; x < vectorEnd; x += 16) v128.store(x, f32x4.add(v128.load(x), only));
    for (; x < end; x += 4) store<f32>(x, load<f32>(x) + load<f32>(bias));
    return applyActivation(activation, rows, x - rows * 4, x - rows * 4);
  }
  const from = x;
  for (let row: usize = 0; row < rows; row++) {
    const end = x + channels * 4;
    const vectorEnd = x + (channels & ~3) * 4;
    let at = bias;
    for (; x < vectorEnd; x += 16, at += 16) v128.store(x, f32x4.add(v128.load(x), v128.load(at)));
    for (; x < end; x += 4, at += 4) store<f32>(x, load<f32>(x) + load<f32>(at));
  }
  applyActivation(activation, rows * channels, from, from);
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
