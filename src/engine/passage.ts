// Single images through the network: the ten of the reconstructions, the focused one with every layer, a drawing, a
// hovered point.
import * as tf from '@tensorflow/tfjs-core';
import { sampleSize } from '../core/samples';
import type { Batch } from './batch';
import type { Network } from './network';

/** Code `[count, codeSize]` and reconstruction `[count, sampleSize]` (pixels in (0, 1)) of images `[count, sampleSize]`. */
export async function passThrough(
  network: Network,
  noisy: Float32Array,
): Promise<{ codes: Float32Array; reconstructed: Float32Array }> {
  const size = sampleSize(network.shape);
  const [code, pixels] = tf.tidy(() => {
    const images = tf.tensor2d(noisy, [noisy.length / size, size]);
    const encoded = network.autoencoder.encode(images);
    return [encoded, tf.sigmoid(network.autoencoder.decodeLogits(encoded))] as const;
  });
  const [codes, reconstructed] = await Promise.all([code.data<'float32'>(), pixels.data<'float32'>()]);
  const result = { codes: new Float32Array(codes), reconstructed: new Float32Array(reconstructed) };
  tf.dispose([code, pixels]);
  return result;
}

/** Output of every layer for one image `[sampleSize]`, the noisy input first and the reconstruction last. */
export async function layerOutputs(network: Network, { noisy }: Batch): Promise<Float32Array[]> {
  const outputs = tf.tidy(() => network.autoencoder.activations(tf.tensor2d(noisy, [1, noisy.length])));
  const values = await Promise.all(outputs.map((output) => output.data<'float32'>()));
  tf.dispose(outputs);
  return [noisy.slice(), ...values.map((value) => new Float32Array(value))];
}
