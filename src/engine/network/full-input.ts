// Images for a network that also reads a mask.
import * as tf from '@tensorflow/tfjs-core';
import { gridOf } from '../../core/inpainting/mask';
import type { SampleShape } from '../../core/samples/samples';

/**
 * Adds a mask of zeros, as nothing is missing, to images `[batch, sampleSize]` where the network's input has more numbers. What
 * has its mask already stays. Call inside `tf.tidy`.
 * @param inputSize numbers of one input
 */
export function fullInput(images: tf.Tensor2D, shape: SampleShape, inputSize: number): tf.Tensor2D {
  const [batch, size] = images.shape;
  if (size === inputSize) return images;
  const { channels } = gridOf(shape);
  const pixels = (batch * size) / channels;
  const parts = [tf.reshape(images, [pixels, channels]), tf.zeros([pixels, 1])];
  return tf.reshape(tf.concat(parts, 1), [batch, inputSize]);
}
