// Answers the page's questions about a run's network. Long lists are computed in chunks, so that a convolutional network fits
// into memory.
import * as tf from '@tensorflow/tfjs-core';
import { drawFrom, fitGaussian, standardGaussian } from '../../core/latent/fitted-gaussian';
import { inputShape } from '../../core/inpainting/mask-input';
import { sampleSize } from '../../core/samples/samples';
import type { OpenDataset } from '../dataset/dataset-slot';
import { imagesAt, labelledImages } from '../dataset/test-set';
import type { Network } from '../network/network';
import { networkInput } from '../training/batch/batch';
import { runForward } from './forward-pass';

const rowsPerChunk = 250;

/**
 * Decodes codes `[n, codeSize]` to images `[n, sampleSize]`, pixels in [0, 1] with a sigmoid output; null when the length is
 * not a multiple of the code size.
 */
export async function decodeCodes(
  { autoencoder, experiment, shape }: Network,
  codes: Float32Array,
): Promise<{ images: Float32Array } | null> {
  const images = await computeInChunks(codes, experiment.codeSize, sampleSize(shape), (rows) =>
    autoencoder.decode(rows),
  );
  return images && { images };
}

/**
 * Encodes images `[n, sampleSize]` to codes `[n, codeSize]`, the mean of a Gaussian code; null when the length is not a
 * multiple of the sample size.
 */
export async function encodeImages(
  { autoencoder, experiment, shape }: Network,
  images: Float32Array,
): Promise<{ codes: Float32Array } | null> {
  const codes = await computeInChunks(
    images,
    sampleSize(shape),
    experiment.codeSize,
    (rows) => autoencoder.encode(rows).mean,
  );
  return codes && { codes };
}

/**
 * Codes `[n, codeSize]` and classes `[n]` of the first `count` images that are trained on, or of as many as have arrived.
 */
export async function encodeTrainingImages(
  { network, dataset }: { network: Network; dataset: OpenDataset },
  count: number,
): Promise<{ codes: Float32Array; labels: Uint16Array } | null> {
  const indices = dataset.subsetOf(network.experiment).first(count);
  const { images, labels } = labelledImages(dataset.handle.train, indices);
  const encoded = await encodeImages(network, images);
  return encoded && { ...encoded, labels };
}

/**
 * Reconstructs images `[n, sampleSize]`, decoding a Gaussian code from its mean; null when the length is not a multiple of the
 * sample size.
 * @param masks of missing pixels, `[n, pixels]`, for a network that reads them; null where nothing is missing
 */
export async function reconstructImages(
  { autoencoder, experiment, shape }: Network,
  given: Float32Array,
  masks: Uint8Array | null,
): Promise<{ images: Float32Array } | null> {
  const size = sampleSize(shape);
  if (!Number.isInteger(given.length / size)) return null;
  const input = networkInput({ noisy: given, masks }, experiment, shape);
  const inputSize = sampleSize(inputShape(shape, experiment));
  const images = await computeInChunks(input, inputSize, size, (rows) =>
    autoencoder.decode(autoencoder.encode(rows).mean),
  );
  return images && { images };
}

/**
 * Several reconstructions of one image `[sampleSize]`, each from a code drawn from q(z | image), one per row of standard normal
 * `draws` `[n, codeSize]`; null where the code is not Gaussian.
 * @param mask of its missing pixels, `[pixels]`; null where nothing is missing
 */
export async function drawReconstructions(
  network: Network,
  given: Float32Array,
  mask: Uint8Array | null,
  draws: Float32Array,
): Promise<{ images: Float32Array } | null> {
  if (network.experiment.codeKind !== 'gaussian' || given.length !== sampleSize(network.shape)) return null;
  const { codes, deviations } = await runForward(network, given, mask);
  if (deviations === null) return null;
  const { codeSize } = network.experiment;
  return decodeCodes(
    network,
    draws.map((draw, at) => (codes[at % codeSize] ?? 0) + (deviations[at % codeSize] ?? 0) * draw),
  );
}

/**
 * Generates images from random codes, one per row of standard normal `draws` `[n, codeSize]`. Gaussian codes are sampled from
 * their prior, other codes from a Gaussian fitted to the codes of the first `fitTo` images that are trained on.
 */
export async function generateImages(
  { network, dataset }: { network: Network; dataset: OpenDataset },
  draws: Float32Array,
  fitTo: number,
): Promise<{ images: Float32Array; fittedTo: number } | null> {
  const { experiment } = network;
  const { codeKind, codeSize } = experiment;
  const indices = codeKind === 'gaussian' ? null : dataset.subsetOf(experiment).first(fitTo);
  const fitted = indices && (await encodeImages(network, imagesAt(dataset.handle.train, indices)));
  if (indices && (fitted === null || indices.length === 0)) return null;
  const gaussian = fitted === null ? standardGaussian(codeSize) : fitGaussian(fitted.codes, codeSize);
  const decoded = await decodeCodes(network, drawFrom(gaussian, draws, 1));
  return decoded && { ...decoded, fittedTo: indices?.length ?? 0 };
}

/** Clean test images at these indices, `[n, sampleSize]`; null before they have loaded. */
export function testImagesOf(
  { dataset: { handle } }: { dataset: OpenDataset },
  indices: Uint32Array,
): Promise<{ images: Float32Array } | null> {
  return Promise.resolve(handle.testReady() ? { images: imagesAt(handle.test, indices) } : null);
}

async function computeInChunks(
  input: Float32Array,
  inputWidth: number,
  outputWidth: number,
  compute: (rows: tf.Tensor2D) => tf.Tensor2D,
): Promise<Float32Array | null> {
  const count = input.length / inputWidth;
  if (!Number.isInteger(count)) return null;
  const output = new Float32Array(count * outputWidth);
  for (let first = 0; first < count; first += rowsPerChunk) {
    const rows = input.subarray(first * inputWidth, (first + rowsPerChunk) * inputWidth);
    const tensor = tf.tidy(() => compute(tf.tensor2d(rows, [rows.length / inputWidth, inputWidth])));
    output.set(await tensor.data<'float32'>(), first * outputWidth);
    tensor.dispose();
  }
  return output;
}
