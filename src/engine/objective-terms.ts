// The terms of the objective whose derivative tfjs's own would get wrong or slow: each with its gradient written out.
import * as tf from '@tensorflow/tfjs-core';
import { activationMargin } from '../catalog/sparsity/registry';

/** A function of one tensor with its own gradient; `gradient` gets the tensor and the gradient of the value. */
function withGradient<T extends tf.Tensor>(
  value: (x: tf.Tensor) => T,
  gradient: (x: tf.Tensor, dy: tf.Tensor) => tf.Tensor,
): (x: tf.Tensor) => T {
  const made = tf.customGrad((...inputs) => {
    const [x, save] = inputs as unknown as [tf.Tensor, tf.GradSaveFunc];
    save([x]);
    return {
      value: value(x),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => gradient(saved[0] as tf.Tensor, dy),
    };
  });
  return (x) => made(x);
}

/** |x|, with the gradient 0 at 0, where tfjs has -1: a unit that is off is not pushed further. */
export function absolute(x: tf.Tensor): tf.Tensor {
  return withGradient(
    (value) => tf.abs(value),
    (value, dy) => tf.mul(dy, tf.sign(value)),
  )(x);
}

/**
 * Mean binary cross-entropy: max(z, 0) - z x + log(1 + exp(-|z|)), finite for every logit z. Its gradient is
 * (sigmoid(z) - x) / n, written out because the derivative of the formula term by term is 0 / 0 prone and slower.
 */
export function crossEntropy(target: tf.Tensor2D, logits: tf.Tensor2D): tf.Scalar {
  return withGradient<tf.Scalar>(
    (z) => {
      const softplus = tf.log(tf.add(tf.exp(tf.neg(tf.abs(z))), 1));
      return tf.mean(tf.add(tf.sub(tf.relu(z), tf.mul(z, target)), softplus));
    },
    (z, dy) => tf.mul(tf.sub(tf.sigmoid(z), target), tf.div(dy, target.size)),
  )(logits);
}

/**
 * KL(rho || rhoJ) summed over the units, rhoJ being unit j's mean over the batch (Ng, CS294A notes, section 3).
 * The gradient is not cut off where rhoJ is brought to its margin, so that a unit that is always off can come back.
 * @param codes `[batch, codeSize]`, in (0, 1)
 */
export function bernoulliDivergence(codes: tf.Tensor2D, rho: number): tf.Scalar {
  const meanOf = (z: tf.Tensor) =>
    tf.clipByValue(tf.mean(z, 0, true), activationMargin, 1 - activationMargin);
  return withGradient<tf.Scalar>(
    (z) => {
      const mean = meanOf(z); // [1, codeSize]
      const on = tf.mul(tf.log(tf.div(rho, mean)), rho);
      const off = tf.mul(tf.log(tf.div(1 - rho, tf.sub(1, mean))), 1 - rho);
      return tf.sum(tf.add(on, off));
    },
    (z, dy) => {
      const mean = meanOf(z);
      const slope = tf.sub(tf.div(1 - rho, tf.sub(1, mean)), tf.div(rho, mean));
      const count = codes.shape[0];
      // the same row for every image, as a product: tfjs's `tile` takes longer than the rest of it
      return tf.matMul(tf.ones([count, 1]), tf.mul(slope, tf.div(dy, count)));
    },
  )(codes);
}

/** Sum over the code of KL(N(mean, exp(logVar)) || N(0, 1)), mean over the batch, in nats. */
export function gaussianDivergence(mean: tf.Tensor2D, logVar: tf.Tensor2D): tf.Scalar {
  const perUnit = tf.sub(tf.add(tf.square(mean), tf.exp(logVar)), tf.add(logVar, 1));
  return tf.mul(tf.sum(perUnit), 0.5 / mean.shape[0]);
}
