// A sparsity penalty as one kernel per direction, with the gradient that tfjs needs for backpropagation.
import * as tf from '@tensorflow/tfjs-core';
import {
  runKernel,
  SparsityPenalty,
  SparsityPenaltyGradient,
  type SparsityPenaltyAttrs,
} from '../../kernels/training-kernels';

/** The penalty of codes `[batch, codeSize]` before its weight, differentiable. The backend must support the kind in both kernels. */
export function fusedSparsityPenalty(codes: tf.Tensor2D, attrs: SparsityPenaltyAttrs): tf.Scalar {
  registerGradient();
  return runKernel(SparsityPenalty, { codes }, attrs) as tf.Scalar;
}

let registered = false;

function registerGradient(): void {
  if (registered) return;
  registered = true;
  tf.registerGradient({
    kernelName: SparsityPenalty,
    inputsToSave: ['codes'],
    gradFunc(dy, [codes], attrs) {
      const inputs = { codes, dy } as tf.NamedTensorMap;
      return { codes: () => runKernel(SparsityPenaltyGradient, inputs, attrs) };
    },
  });
}
