// The objective: (target, logits) -> { total, terms }, everything in tensors. Losses are means over all pixels of the
// batch; their plain-number references are in catalog/losses.
import * as tf from '@tensorflow/tfjs-core';
import type { Experiment, LossId } from '../core/experiment';

/** What the gradient is taken of, and the parts it is the sum of. Scalars. */
export interface ObjectiveValue {
  total: tf.Scalar;
  terms: { reconstruction: tf.Scalar };
}

/** The differentiable reconstruction losses: `target` in [0, 1] and `logits`, both `[batch, sampleSize]`, to a scalar. */
const reconstructionLosses = {
  mse: (target, logits) => tf.mean(tf.square(tf.sub(tf.sigmoid(logits), target))),
  bce: (target, logits) => crossEntropyFromLogits(target, logits),
  mae: (target, logits) => tf.mean(tf.abs(tf.sub(tf.sigmoid(logits), target))),
} satisfies Record<LossId, (target: tf.Tensor2D, logits: tf.Tensor2D) => tf.Scalar>;

/** The objective of an experiment on one batch: `target` clean images, `logits` the decoder's output before the sigmoid. */
export function objective(
  experiment: Pick<Experiment, 'loss'>,
  target: tf.Tensor2D,
  logits: tf.Tensor2D,
): ObjectiveValue {
  const reconstruction: tf.Scalar = reconstructionLosses[experiment.loss](target, logits);
  return { total: reconstruction, terms: { reconstruction } };
}

/**
 * Mean binary cross-entropy: max(z, 0) - z x + log(1 + exp(-|z|)), finite for every logit z. Its gradient is
 * (sigmoid(z) - x) / n, written out because the derivative of the formula term by term is 0 / 0 prone and slower.
 */
function crossEntropyFromLogits(target: tf.Tensor2D, logits: tf.Tensor2D): tf.Scalar {
  const loss = tf.customGrad((...inputs) => {
    const [z, save] = inputs as unknown as [tf.Tensor2D, tf.GradSaveFunc];
    save([z]);
    const softplus = tf.log(tf.add(tf.exp(tf.neg(tf.abs(z))), 1));
    const value = tf.mean(tf.add(tf.sub(tf.relu(z), tf.mul(z, target)), softplus));
    return {
      value,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) =>
        tf.mul(tf.sub(tf.sigmoid(saved[0] as tf.Tensor), target), tf.div(dy, target.size)),
    };
  });
  return loss(logits) as tf.Scalar;
}
