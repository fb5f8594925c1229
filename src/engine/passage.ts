// Single images through the network: the ten of the reconstructions, the focused one with every layer, a drawing, a
// hovered point.
import * as tf from '@tensorflow/tfjs-core';
import { sampleSize } from '../core/samples';
import type { Batch } from './batch';
import type { Network } from './network';

export interface Passed {
  /** `[count, codeSize]`; the mean of a Gaussian code. */
  codes: Float32Array;
  /** Standard deviations of a Gaussian code, `[count, codeSize]`; null for a deterministic one. */
  deviations: Float32Array | null;
  /** `[count, sampleSize]`, decoded from `codes`. */
  reconstructed: Float32Array;
}

/** Images `[count, sampleSize]` through the network; a Gaussian code goes on as its mean. */
export async function passThrough(network: Network, noisy: Float32Array): Promise<Passed> {
  const size = sampleSize(network.shape);
  const made = tf.tidy(() => {
    const images = tf.tensor2d(noisy, [noisy.length / size, size]);
    const { mean, logVar } = network.autoencoder.encode(images);
    const pixels = network.autoencoder.decode(mean);
    return logVar ? [mean, pixels, tf.exp(tf.mul(logVar, 0.5))] : [mean, pixels];
  });
  const [codes = empty, reconstructed = empty, deviations = null] = await Promise.all(
    made.map(async (tensor) => new Float32Array(await tensor.data<'float32'>())),
  );
  tf.dispose(made);
  return { codes, reconstructed, deviations };
}

const empty = new Float32Array(0);

/** Output of every layer for one image `[sampleSize]`, the noisy input first and the reconstruction last. */
export async function layerOutputs(network: Network, { noisy }: Batch): Promise<Float32Array[]> {
  const outputs = tf.tidy(() => network.autoencoder.activations(tf.tensor2d(noisy, [1, noisy.length])));
  const values = await Promise.all(outputs.map((output) => output.data<'float32'>()));
  tf.dispose(outputs);
  return [noisy.slice(), ...values.map((value) => new Float32Array(value))];
}
