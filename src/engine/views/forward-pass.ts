// Runs single images through the network: the ten reconstructed images, the focused image with every layer, a drawing, a
// hovered point.
import * as tf from '@tensorflow/tfjs-core';
import { sampleSize } from '../../core/samples/samples';
import { networkInput, type Batch } from '../training/batch/batch';
import type { Network } from '../network/network';

export interface ForwardOutputs {
  /** `[count, codeSize]`; the mean of a Gaussian code. */
  codes: Float32Array;
  /** Standard deviations of a Gaussian code, `[count, codeSize]`; null for a deterministic one. */
  deviations: Float32Array | null;
  /** `[count, sampleSize]`, decoded from `codes`. */
  reconstructed: Float32Array;
}

/**
 * Runs images `[count, sampleSize]` through the network. A Gaussian code is decoded from its mean.
 * @param masks of missing pixels, `[count, pixels]`, for a network that reads them; null where nothing is missing
 */
export async function runForward(
  network: Network,
  noisy: Float32Array,
  masks: Batch['masks'] = null,
): Promise<ForwardOutputs> {
  const outputs = tf.tidy(() => {
    const images = inputOf(network, noisy, masks);
    const { mean, logVar } = network.autoencoder.encode(images);
    const pixels = network.autoencoder.decode(mean);
    return logVar ? [mean, pixels, tf.exp(tf.mul(logVar, 0.5))] : [mean, pixels];
  });
  const [codes = empty, reconstructed = empty, deviations = null] = await Promise.all(
    outputs.map(async (tensor) => new Float32Array(await tensor.data<'float32'>())),
  );
  tf.dispose(outputs);
  return { codes, reconstructed, deviations };
}

function inputOf({ experiment, shape }: Network, noisy: Float32Array, masks: Batch['masks']): tf.Tensor2D {
  const input = networkInput({ noisy, masks }, experiment, shape);
  const count = noisy.length / sampleSize(shape);
  return tf.tensor2d(input, [count, input.length / count]);
}

const empty = new Float32Array(0);

/** Output of every layer for one image `[sampleSize]`, from the noisy input to the reconstruction. */
export async function layerOutputs(
  network: Network,
  { noisy, masks = null }: Pick<Batch, 'clean' | 'noisy'> & Partial<Pick<Batch, 'masks'>>,
): Promise<Float32Array[]> {
  const outputs = tf.tidy(() => network.autoencoder.activations(inputOf(network, noisy, masks)));
  const values = await Promise.all(outputs.map((output) => output.data<'float32'>()));
  tf.dispose(outputs);
  return [noisy.slice(), ...values.map((value) => new Float32Array(value))];
}
