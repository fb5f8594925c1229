// What the network makes of codes and of images that the page asks about: many at a time, in pieces that a convolutional
// network has memory for.
import * as tf from '@tensorflow/tfjs-core';
import { sampleSize } from '../core/samples';
import type { Network } from './network';

const rowsAtOnce = 250;

/** Images `[n, sampleSize]` of codes `[n, codeSize]`, pixels in [0, 1] behind a sigmoid; null where the codes do not divide into rows. */
export function decodeCodes(network: Network, codes: Float32Array): Promise<Float32Array | null> {
  const { autoencoder, experiment, shape } = network;
  return inPieces(codes, experiment.codeSize, sampleSize(shape), (rows) => autoencoder.decode(rows));
}

/** Codes `[n, codeSize]` of images `[n, sampleSize]`, the mean of a Gaussian code; null where the images do not divide into rows. */
export function encodeImages(network: Network, images: Float32Array): Promise<Float32Array | null> {
  const { autoencoder, experiment, shape } = network;
  return inPieces(images, sampleSize(shape), experiment.codeSize, (rows) => autoencoder.encode(rows).mean);
}

async function inPieces(
  given: Float32Array,
  width: number,
  madeWidth: number,
  make: (rows: tf.Tensor2D) => tf.Tensor2D,
): Promise<Float32Array | null> {
  const count = given.length / width;
  if (!Number.isInteger(count)) return null;
  const made = new Float32Array(count * madeWidth);
  for (let first = 0; first < count; first += rowsAtOnce) {
    const rows = given.subarray(first * width, (first + rowsAtOnce) * width);
    const tensor = tf.tidy(() => make(tf.tensor2d(rows, [rows.length / width, width])));
    made.set(await tensor.data<'float32'>(), first * madeWidth);
    tensor.dispose();
  }
  return made;
}
