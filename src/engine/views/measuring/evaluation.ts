// Measures the network on test images in chunks. The caller pulls one chunk at a time, so that a drawing can be answered in
// between, and trains no step meanwhile, so that all chunks use the same weights.
import { testNoiseStep } from '../../../catalog/corrupt';
import * as tf from '@tensorflow/tfjs-core';
import { kindOf } from '../../../catalog/kinds/kind';
import { meanLoss } from '../../../catalog/losses/loss';
import { losses } from '../../../catalog/losses/registry';
import { sparsityPenalties } from '../../../catalog/sparsity/registry';
import type { Evaluation } from '../../../core/engine-api/looking';
import type { Terms } from '../../../core/run/objective-terms';
import type { Experiment } from '../../../core/experiment/experiment';
import { sampleSize } from '../../../core/samples/samples';
import { betaAt } from '../../../core/experiment/schedule';
import { pixelWeights } from '../../../core/inpainting/mask-input';
import { drawCodeNoise, networkInput } from '../../training/batch/batch';
import { unitDivergences, type Codes } from './code-statistics';
import type { Network } from '../../network/network';
import { meanSquaredError, reconstructionTerm, reparameterise } from '../../objective/objective';
import { isPlainLoss } from '../../objective/plain-terms';
import type { TestChunk, TestSet } from '../../dataset/test-set';

export const imagesPerChunk = 250;

/** A finished measurement: the metrics, and the code of every measured image. */
export interface Measurement extends Codes {
  metrics: Pick<Evaluation, 'count' | 'loss' | 'terms' | 'mse' | 'inputMse' | 'medianMse'>;
  /** Mean squared error per pixel of each image, `[count]`; null when not requested. */
  errors: Float32Array | null;
}

/**
 * Measures the first `count` test images. Yields after every chunk but the last; the result is the generator's return value.
 * @param count a multiple of `imagesPerChunk`, or the whole test set
 * @param withErrors whether to measure the error of every image
 */
export async function* measure(
  network: Network,
  test: TestSet,
  count: number,
  withErrors = false,
): AsyncGenerator<void, Measurement, void> {
  const { experiment } = network;
  const beta = betaAt(experiment, network.epoch);
  const codes = new Float32Array(count * experiment.codeSize);
  const logVars = experiment.codeKind === 'gaussian' ? new Float32Array(codes.length) : null;
  const errors = withErrors ? new Float32Array(count) : null;
  const sums = { reconstruction: 0, mse: 0, input: 0, median: 0 };
  let hasMedian = false;
  for (let first = 0; first < count; first += imagesPerChunk) {
    const chunk = test.chunk(experiment, first, Math.min(imagesPerChunk, count - first));
    const measured = await measureChunk(network, chunk, withErrors);
    const pixels = chunk.count * sampleSize(network.shape);
    codes.set(measured.codes, first * experiment.codeSize);
    if (measured.logVars) logVars?.set(measured.logVars, first * experiment.codeSize);
    if (measured.errors) errors?.set(measured.errors, first);
    sums.reconstruction += measured.reconstruction * chunk.count;
    sums.mse += measured.mse * chunk.count;
    sums.input += (chunk.inputSquaredError / pixels) * chunk.count;
    sums.median += ((chunk.medianSquaredError ?? 0) / pixels) * chunk.count;
    hasMedian = chunk.medianSquaredError !== null;
    if (first + chunk.count < count) yield;
  }
  const terms = termsOf(experiment, sums.reconstruction / count, { codes, logVars });
  return {
    metrics: {
      count,
      loss: terms.reconstruction + experiment.sparsityWeight * (terms.sparsity ?? 0) + beta * (terms.kl ?? 0),
      terms,
      mse: sums.mse / count,
      inputMse: sums.input / count,
      medianMse: hasMedian ? sums.median / count : null,
    },
    codes,
    logVars,
    errors,
  };
}

/** The terms of the objective over all measured images. Mean activations are averaged over all of them, not per chunk. */
function termsOf(
  { sparsity, codeSize, targetActivation }: Experiment,
  reconstruction: number,
  { codes, logVars }: Codes,
): Terms {
  if (logVars) {
    const kl = unitDivergences(codes, logVars, codeSize).reduce((sum, unit) => sum + unit, 0);
    return { reconstruction, kl };
  }
  if (sparsity === 'none') return { reconstruction };
  const penalty = kindOf(sparsityPenalties, sparsity).value(codes, codeSize, targetActivation);
  return { reconstruction, sparsity: penalty };
}

/**
 * Reconstruction term and mean squared error per pixel of one chunk, and its codes `[count, codeSize]`. With a Gaussian code
 * the term uses one sample per image, and the squared error uses the mean code, which is what the views show.
 */
async function measureChunk(
  network: Network,
  chunk: TestChunk,
  withErrors: boolean,
): Promise<Codes & Pick<Measurement, 'errors'> & { reconstruction: number; mse: number }> {
  const { experiment, autoencoder } = network;
  const shape: [number, number] = [chunk.count, sampleSize(network.shape)];
  const isPlain = isPlainLoss(experiment.loss);
  const input = networkInput(chunk, experiment, network.shape);
  const weights = pixelWeights(chunk.masks, network.shape, experiment);
  const made = tf.tidy(() => {
    const clean = tf.tensor2d(chunk.clean, shape);
    const encoded = autoencoder.encode(input === chunk.clean ? clean : inputTensor(input, chunk.count));
    const logits = autoencoder.decodeLogits(encoded.mean);
    const drawn = encoded.logVar
      ? autoencoder.decodeLogits(reparameterise(encoded, testCodeNoise(experiment, chunk)))
      : logits;
    const mse = meanSquaredError(experiment, clean, logits);
    const isGaussian = encoded.logVar !== null;
    const weighing = weights && tf.tensor2d(weights, shape);
    const numbers = tf.stack(
      isPlain ? [mse] : [mse, reconstructionTerm(experiment, clean, drawn, isGaussian, undefined, weighing)],
    );
    const errors = withErrors ? [imageErrors(experiment, clean, logits)] : [];
    const outputs = isPlain ? [drawn] : [];
    return [numbers, encoded.mean, ...(encoded.logVar ? [encoded.logVar] : []), ...errors, ...outputs];
  });
  const [numbers = empty, codes = empty, ...others] = await Promise.all(
    made.map(async (tensor) => new Float32Array(await tensor.data<'float32'>())),
  );
  tf.dispose(made);
  const plain = isPlain ? plainReconstruction(experiment, chunk.clean, others.pop() ?? empty, weights) : null;
  const errors = withErrors ? (others.pop() ?? null) : null;
  const [logVars = null] = others;
  const [mse = Number.NaN, inTensors = Number.NaN] = numbers;
  const reconstruction = plain === null ? inTensors : plain * (logVars ? shape[1] : 1);
  return { reconstruction, mse, codes, logVars, errors };
}

const empty = new Float32Array(0);

function inputTensor(input: Float32Array, count: number): tf.Tensor2D {
  return tf.tensor2d(input, [count, input.length / count]);
}

/** The loss in plain numbers, a mean over the pixels. */
function plainReconstruction(
  { loss, outputActivation }: Experiment,
  clean: Float32Array,
  logits: Float32Array,
  weights: Float32Array | null,
): number {
  return meanLoss(kindOf(losses, loss), clean, logits, outputActivation === 'sigmoid', weights ?? undefined);
}

/** Mean squared error per pixel of each image, `[batch]`. */
function imageErrors({ outputActivation }: Experiment, clean: tf.Tensor2D, logits: tf.Tensor2D): tf.Tensor1D {
  const pixels = outputActivation === 'sigmoid' ? tf.sigmoid(logits) : logits;
  return tf.mean(tf.squaredDifference(pixels, clean), 1);
}

/** The noise of a Gaussian code for test images: always the same for the same image. */
function testCodeNoise(experiment: Experiment, { first, count }: TestChunk): tf.Tensor2D {
  const indices = Array.from({ length: count }, (_, i) => first + i);
  return tf.tensor2d(drawCodeNoise(indices, experiment, testNoiseStep), [count, experiment.codeSize]);
}
