// The sample of a Gaussian code and its KL term as one kernel, with the gradient that tfjs needs for backpropagation.
import * as tf from '@tensorflow/tfjs-core';
import { GaussianCode, GaussianCodeGradient, runKernelForList } from '../../kernels/training-kernels';

/**
 * mean + exp(logVar / 2) noise, and the KL term, differentiable with respect to `mean` and `logVar`; all `[batch, codeSize]`. The
 * backend must have both kernels.
 */
export function fusedGaussianCode(
  mean: tf.Tensor2D,
  logVar: tf.Tensor2D,
  noise: tf.Tensor2D,
): { code: tf.Tensor2D; divergence: tf.Scalar } {
  registerGradient();
  const [code, divergence] = runKernelForList(GaussianCode, { mean, logVar, noise }, {});
  return { code: code as tf.Tensor2D, divergence: divergence as tf.Scalar };
}

let registered = false;

function registerGradient(): void {
  if (registered) return;
  registered = true;
  tf.registerGradient({
    kernelName: GaussianCode,
    inputsToSave: ['mean', 'logVar', 'noise'],
    gradFunc(dy, [mean, logVar, noise]) {
      // tfjs passes zeros for an output that the objective does not depend on
      const [dCode, dDivergence] = dy as tf.Tensor[];
      const inputs = { mean, logVar, noise, dCode, dDivergence } as tf.NamedTensorMap;
      const [dMean, dLogVar] = runKernelForList(GaussianCodeGradient, inputs, {});
      return { mean: () => dMean as tf.Tensor, logVar: () => dLogVar as tf.Tensor };
    },
  });
}
