// Terms of the objective with explicit gradients, where tfjs's own derivative would be wrong or slow.
import * as tf from '@tensorflow/tfjs-core';
import { logVarRange } from '../../catalog/code-kinds/registry';
import { activationMargin } from '../../catalog/sparsity/kl';

/** A function of one tensor with an explicit gradient; `gradient` receives the tensor and the gradient of the value. */
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

/** |x| with gradient 0 at 0, where tfjs has -1: an inactive unit is not pushed further. */
export function absolute(x: tf.Tensor): tf.Tensor {
  return withGradient(
    (value) => tf.abs(value),
    (value, dy) => tf.mul(dy, tf.sign(value)),
  )(x);
}

/**
 * Mean binary cross-entropy: max(z, 0) - z x + log(1 + exp(-|z|)), finite for every logit z. Its gradient is (sigmoid(z) - x) /
 * n. Differentiating the formula term by term would be slower and prone to 0 / 0.
 */
export function crossEntropy(target: tf.Tensor2D, logits: tf.Tensor2D): tf.Scalar {
  return withGradient<tf.Scalar>(
    (z) => tf.mean(pixelCrossEntropy(target, z)),
    (z, dy) => tf.mul(tf.sub(tf.sigmoid(z), target), tf.div(dy, target.size)),
  )(logits);
}

/** The same as a weighted mean; `weights` `[batch, sampleSize]`, in sum 1. */
export function weightedCrossEntropy(
  target: tf.Tensor2D,
  logits: tf.Tensor2D,
  weights: tf.Tensor2D,
): tf.Scalar {
  return withGradient<tf.Scalar>(
    (z) => tf.sum(tf.mul(weights, pixelCrossEntropy(target, z))),
    (z, dy) => tf.mul(tf.mul(tf.sub(tf.sigmoid(z), target), weights), dy),
  )(logits);
}

function pixelCrossEntropy(target: tf.Tensor2D, z: tf.Tensor): tf.Tensor {
  const softplus = tf.log(tf.add(tf.exp(tf.neg(tf.abs(z))), 1));
  return tf.add(tf.sub(tf.relu(z), tf.mul(z, target)), softplus);
}

/**
 * KL(rho || rhoJ) summed over the units, where rhoJ is unit j's mean over the batch (Ng, CS294A notes, section 3). The clipping
 * of rhoJ does not block the gradient, so that a unit that is always off can recover.
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
      // repeats the row for every image by a product: tfjs's `tile` takes longer than everything else here
      return tf.matMul(tf.ones([count, 1]), tf.mul(slope, tf.div(dy, count)));
    },
  )(codes);
}

/**
 * Clips log-variances to their range. The gradient ignores the clipping (straight-through estimator, Bengio et al. 2013): that
 * of `clipByValue` is 0 outside the range, so a unit that left it could never return.
 */
export function clipLogVar(logVar: tf.Tensor2D): tf.Tensor2D {
  return withGradient<tf.Tensor2D>(
    (value) => tf.clipByValue(value, logVarRange.min, logVarRange.max) as tf.Tensor2D,
    (_, dy) => dy,
  )(logVar);
}

/** Sum over the code of KL(N(mean, exp(logVar)) || N(0, 1)), mean over the batch, in nats. */
export function gaussianDivergence(mean: tf.Tensor2D, logVar: tf.Tensor2D): tf.Scalar {
  const perUnit = tf.sub(tf.add(tf.square(mean), tf.exp(logVar)), tf.add(logVar, 1));
  return tf.mul(tf.sum(perUnit), 0.5 / mean.shape[0]);
}
