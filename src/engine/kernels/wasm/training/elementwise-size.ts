// The check that keeps elementwise kernels within the bounds of their tensors.
import { util, type TensorInfo } from '@tensorflow/tfjs-core';

/** The number of floats in each tensor. @throws when they are not float32 of one size, which would read or write out of bounds */
export function commonSize(kernelName: string, ...tensors: readonly TensorInfo[]): number {
  const count = util.sizeFromShape(tensors[0]?.shape ?? []);
  util.assert(
    tensors.every(({ dtype, shape }) => dtype === 'float32' && util.sizeFromShape(shape) === count),
    () => {
      const shapes = tensors.map(({ dtype, shape }) => `${dtype} [${shape.join()}]`);
      return `${kernelName} needs float32 tensors of one size, not ${shapes.join(' and ')}`;
    },
  );
  return count;
}
