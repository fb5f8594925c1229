// The code of a batch, as input of the objective.
import type * as tf from '@tensorflow/tfjs-core';

/** The encoder's output for a batch, `[batch, codeSize]` each. */
export interface Encoded {
  /** The code itself, or the mean of a Gaussian code. */
  mean: tf.Tensor2D;
  /** Log-variance of a Gaussian code, in `logVarRange`; null for a deterministic one. */
  logVar: tf.Tensor2D | null;
  /** The KL term of a Gaussian code, where a kernel computed it along with the sample (`drawCode`). */
  divergence?: tf.Scalar;
}
