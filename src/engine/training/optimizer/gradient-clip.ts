// Gradient clipping by the global norm (Pascanu et al. 2013, algorithm 1), without reading it back.
import * as tf from '@tensorflow/tfjs-core';

/** Scales the gradients down to a global norm of at most `limit`. Returns new tensors, which the caller disposes of. */
export function clipByGlobalNorm(gradients: readonly tf.Tensor[], limit: number): tf.Tensor[] {
  return tf.tidy(() => {
    const squares = gradients.map((gradient) => tf.sum(tf.square(gradient)));
    // Not `addN`: WebGPU binds at most seven tensors and returns zeros beyond that.
    const norm = tf.sqrt(tf.sum(tf.stack(squares)));
    const scale = tf.div(limit, tf.maximum(norm, limit));
    return gradients.map((gradient) => tf.mul(gradient, scale));
  });
}

/** Calls `use` with the gradients, scaled down where there is a limit, and disposes of the scaled ones. @param limit 0 for none */
export function withClipped(
  gradients: readonly tf.Tensor[],
  limit: number,
  use: (clipped: readonly tf.Tensor[]) => void,
): void {
  if (limit === 0) {
    use(gradients);
    return;
  }
  const clipped = clipByGlobalNorm(gradients, limit);
  use(clipped);
  tf.dispose(clipped);
}
