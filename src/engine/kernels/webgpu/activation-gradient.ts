// `ActivationGradient` in a single dispatch. Dense layers have it within their products (products/dense-gradients.ts).
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import { ActivationGradient, type ActivationGradientAttrs } from '../training-kernels';
import { dispatch, eachNumber, groupsOver } from './dispatch';
import { addKernel } from './kernel-registration';
import { gradients, numbersWgsl } from './numbers-wgsl';

/** Installs the kernel; returns a function that removes it. */
export function installActivationGradient(): () => void {
  return addKernel<Record<'dy' | 'y', TensorInfo>, ActivationGradientAttrs>(
    ActivationGradient,
    ({ inputs: { dy, y }, attrs: { activation }, backend }) => {
      const made = backend.makeTensorInfo(dy.shape, 'float32');
      const total = util.sizeFromShape(dy.shape);
      dispatch(backend, {
        key: `${ActivationGradient} ${activation}`,
        source: () => `${numbersWgsl}
fn through(dy: f32, y: f32) -> f32 { return ${gradients[activation]}; }
${eachNumber('made[i] = through(dys[i], ys[i]);')}`,
        reads: { dys: dy, ys: y },
        writes: { made },
        numbers: { total: ['u32', total] },
        groups: groupsOver(total),
      });
      return made;
    },
  );
}
