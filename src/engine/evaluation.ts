// Measuring the network on test images, chunk by chunk: the caller pulls a chunk at a time, so that a drawing can be
// answered in between, and makes no training step meanwhile, so that all of it is of the same weights.
import * as tf from '@tensorflow/tfjs-core';
import type { Evaluation } from '../core/engine-api';
import { sampleSize } from '../core/samples';
import type { Network } from './network';
import { objective } from './objective';
import type { TestChunk, TestSet } from './test-set';

export const imagesPerChunk = 250;

/** A finished measurement: the numbers, and the code of every image measured. */
export interface Measurement {
  metrics: Pick<Evaluation, 'count' | 'loss' | 'mse' | 'inputMse' | 'medianMse'>;
  /** `[count, codeSize]` */
  codes: Float32Array;
}

/**
 * Measures the first `count` test images. Yields after every chunk but the last; the result is the generator's return value.
 * @param count a multiple of `imagesPerChunk`, or the whole test set
 */
export async function* measure(
  network: Network,
  test: TestSet,
  count: number,
): AsyncGenerator<void, Measurement, void> {
  const { experiment } = network;
  const codes = new Float32Array(count * experiment.codeSize);
  const sums = { loss: 0, mse: 0, input: 0, median: 0 };
  let hasMedian = false;
  for (let first = 0; first < count; first += imagesPerChunk) {
    const chunk = test.chunk(experiment, first, Math.min(imagesPerChunk, count - first));
    const measured = await measureChunk(network, chunk);
    const pixels = chunk.count * sampleSize(network.shape);
    codes.set(measured.codes, first * experiment.codeSize);
    sums.loss += measured.loss * chunk.count;
    sums.mse += measured.mse * chunk.count;
    sums.input += (chunk.inputSquaredError / pixels) * chunk.count;
    sums.median += ((chunk.medianSquaredError ?? 0) / pixels) * chunk.count;
    hasMedian = chunk.medianSquaredError !== null;
    if (first + chunk.count < count) yield;
  }
  return {
    metrics: {
      count,
      loss: sums.loss / count,
      mse: sums.mse / count,
      inputMse: sums.input / count,
      medianMse: hasMedian ? sums.median / count : null,
    },
    codes,
  };
}

/** Mean loss and mean squared error per pixel of one chunk, and its codes `[count, codeSize]`. */
async function measureChunk(
  network: Network,
  chunk: TestChunk,
): Promise<{ loss: number; mse: number; codes: Float32Array }> {
  const { experiment, autoencoder } = network;
  const shape: [number, number] = [chunk.count, sampleSize(network.shape)];
  const [numbers, codeTensor] = tf.tidy(() => {
    const clean = tf.tensor2d(chunk.clean, shape);
    const noisy = chunk.noisy === chunk.clean ? clean : tf.tensor2d(chunk.noisy, shape);
    const code = autoencoder.encode(noisy);
    const logits = autoencoder.decodeLogits(code);
    const loss = objective(experiment, clean, logits).terms.reconstruction;
    const mse = objective({ loss: 'mse' }, clean, logits).terms.reconstruction;
    return [tf.stack([loss, mse]), code];
  });
  const [[loss = Number.NaN, mse = Number.NaN], codes] = await Promise.all([
    numbers.data<'float32'>(),
    codeTensor.data<'float32'>(),
  ]);
  const result = { loss, mse, codes: new Float32Array(codes) };
  tf.dispose([numbers, codeTensor]);
  return result;
}
