// `ActivationGradient` in a single program.
import { ActivationGradient, type ActivationGradientAttrs, type FusedActivation } from '../training-kernels';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { elementwise } from './elementwise';
import { addKernel } from './kernel-registration';

/** The derivative of each activation in terms of its output `y`. */
const slopes = {
  linear: 'vec4(1)',
  relu: 'vec4(greaterThan(y, vec4(0)))',
  sigmoid: 'y * (1.0 - y)',
  tanh: '1.0 - y * y',
  elu: 'min(y, 0.0) + 1.0',
} satisfies Record<FusedActivation, string>;

/** Installs the kernel; returns a function that removes it. */
export function installActivationGradient(): () => void {
  return addKernel<Record<'dy' | 'y', TensorInfo>, ActivationGradientAttrs>(
    ActivationGradient,
    ({ inputs: { dy, y }, attrs: { activation }, backend }) =>
      elementwise(backend, {
        key: `${ActivationGradient} ${activation}`,
        inputs: { dy, y },
        results: [`dy * (${slopes[activation]})`],
      })[0] as TensorInfo,
  );
}
