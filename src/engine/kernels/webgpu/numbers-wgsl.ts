// Functions of single numbers in WGSL. They keep NaN, which tells the engine that training has failed, and never overflow: an
// implementation may assume that neither occurs.
import type { FusedActivation } from '../training-kernels';

/** `f32 withNaN(value, z)`: `value`, or `z` where that is NaN; `f32 sigmoid(z)`. */
export const numbersWgsl = `
fn withNaN(value: f32, z: f32) -> f32 {
  return select(value, z, (bitcast<u32>(z) & 0x7fffffffu) > 0x7f800000u);
}
fn sigmoid(z: f32) -> f32 {
  let e = exp(-abs(z));
  return withNaN(select(e, 1.0, z >= 0.0) / (1.0 + e), z);
}`;

/** Each activation of a sum `z`. */
export const activations = {
  linear: 'z',
  relu: 'withNaN(max(z, 0.0), z)',
  elu: 'withNaN(select(exp(min(z, 0.0)) - 1.0, z, z > 0.0), z)',
  sigmoid: 'sigmoid(z)',
  // tanh z = 2 sigmoid(2 z) - 1 loses digits near 0, the built-in one overflows in some drivers
  tanh: 'withNaN(tanh(clamp(z, -15.0, 15.0)), z)',
} satisfies Record<FusedActivation, string>;

/** The gradient `dy` through each activation, from its output `y`. */
export const gradients = {
  linear: 'dy',
  relu: 'select(withNaN(0.0, y), dy, y > 0.0)',
  elu: 'dy * (min(y, 0.0) + 1.0)',
  sigmoid: 'dy * y * (1.0 - y)',
  tanh: 'dy * (1.0 - y * y)',
} satisfies Record<FusedActivation, string>;
