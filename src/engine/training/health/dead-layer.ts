// Detects a dead network: a layer has the same output for nearly every image, so that neither information about the image nor a
// gradient that could revive the layer gets through. Rectifiers die at 0 after too large a step (Lu et al. 2019, "Dying ReLU
// and initialization"); sigmoid and tanh units saturate; an output turns all black or all white.
import * as tf from '@tensorflow/tfjs-core';
import { networkPlan } from '../../../catalog/architectures/registry';
import type { TestSet } from '../../dataset/test-set';
import type { Network } from '../../network/network';
import { networkInput } from '../batch/batch';
import { imagesPerChunk } from '../../views/measuring/evaluation';

export type DeadLayer = 'hidden' | 'code' | 'output';

/** A layer is dead if all its units have exactly the same values for this share of the images. */
const deadShare = 0.95;
/** Number of images that the others are compared with; a single one might be among the few that differ. */
const references = 3;

/**
 * The first dead layer of a network, or null. Only exact equality counts: a code that has collapsed to the prior, or an output
 * near the mean image, still varies a little and can recover.
 * @param test its images must have arrived
 */
export async function findDeadLayer(network: Network, test: TestSet): Promise<DeadLayer | null> {
  const { experiment, shape, autoencoder } = network;
  const chunk = test.chunk(experiment, 0, Math.min(imagesPerChunk, test.samples.count));
  const { count } = chunk;
  const input = networkInput(chunk, experiment, shape);
  const shares = tf.tidy(() => {
    const boundaries = autoencoder.activations(tf.tensor2d(input, [count, input.length / count]));
    return tf.stack(boundaries.map((boundary) => shareOfEqualRows(tf.reshape(boundary, [count, -1]))));
  });
  const dead = (await shares.data<'float32'>()).findIndex((share) => share >= deadShare);
  shares.dispose();
  if (dead < 0) return null;
  // `activations` starts at boundary 1, because boundary 0 is the image.
  const { codeBoundary, boundaries } = networkPlan(experiment, shape);
  if (dead + 1 === codeBoundary) return 'code';
  return dead + 1 === boundaries.length - 1 ? 'output' : 'hidden';
}

/** Largest share of rows of `[count, units]` that equal one of the first few rows, a scalar. */
function shareOfEqualRows(activations: tf.Tensor2D): tf.Scalar {
  const [count, units] = activations.shape;
  const shares = Array.from({ length: Math.min(references, count) }, (_, row) => {
    const reference = tf.slice(activations, [row, 0], [1, units]);
    const distances = tf.max(tf.abs(tf.sub(activations, reference)), 1); // [count]
    return tf.mean(tf.cast(tf.equal(distances, 0), 'float32'));
  });
  return tf.max(tf.stack(shares));
}
