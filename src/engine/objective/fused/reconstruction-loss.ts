// The reconstruction loss as one kernel per direction, with the gradient that tfjs needs for backpropagation.
import * as tf from '@tensorflow/tfjs-core';
import {
  ReconstructionLoss,
  ReconstructionLossGradient,
  runKernel,
  type ReconstructionLossAttrs,
} from '../../kernels/training-kernels';

/** Mean over all pixels, differentiable with respect to the logits. The backend must have both kernels. */
export function fusedReconstructionLoss(
  target: tf.Tensor2D,
  logits: tf.Tensor2D,
  attrs: ReconstructionLossAttrs,
): tf.Scalar {
  registerGradient();
  return runKernel(ReconstructionLoss, { target, logits }, attrs) as tf.Scalar;
}

let registered = false;

function registerGradient(): void {
  if (registered) return;
  registered = true;
  tf.registerGradient({
    kernelName: ReconstructionLoss,
    inputsToSave: ['target', 'logits'],
    gradFunc(dy, [target, logits], attrs) {
      const inputs = { target, logits, dy } as tf.NamedTensorMap;
      return { logits: () => runKernel(ReconstructionLossGradient, inputs, attrs) };
    },
  });
}
