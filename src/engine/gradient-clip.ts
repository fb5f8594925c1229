// Gradient clipping by the norm of all gradients together (Pascanu et al. 2013, algorithm 1), without reading it back.
import * as tf from '@tensorflow/tfjs-core';

/** The gradients, shortened so that their common norm is at most `limit`. New tensors, which the caller disposes of. */
export function clipByGlobalNorm(gradients: readonly tf.Tensor[], limit: number): tf.Tensor[] {
  return tf.tidy(() => {
    const squares = gradients.map((gradient) => tf.sum(tf.square(gradient)));
    // not `addN`, of which WebGPU can bind seven at most: it answers with zeros above
    const norm = tf.sqrt(tf.sum(tf.stack(squares)));
    const scale = tf.div(limit, tf.maximum(norm, limit));
    return gradients.map((gradient) => tf.mul(gradient, scale));
  });
}
