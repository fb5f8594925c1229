// A batch for one training step as tensors: made by kernels of ours where the backend has them (from bytes, on the spot),
// else in JavaScript and uploaded.
import * as tf from '@tensorflow/tfjs-core';
import type { Experiment } from '../core/experiment';
import { sampleSize, type Samples } from '../core/samples';
import { assembleInputs, drawCodeNoise } from './batch';
import {
  AssembleBatch,
  DrawCodeNoise,
  hasKernel,
  runKernel,
  runKernelForList,
  type AssembleBatchAttrs,
  type DrawCodeNoiseAttrs,
} from './kernels/training-kernels';

/** The caller disposes of it (`disposeBatch`). */
export interface TrainingBatch {
  /** Clean images, `[count, sampleSize]`, in [0, 1]. */
  target: tf.Tensor2D;
  /** What the network gets: the same tensor where nothing is spoiled. */
  input: tf.Tensor2D;
  /** Standard normal numbers that a Gaussian code is drawn with, `[count, codeSize]`; null for a deterministic code. */
  codeNoise: tf.Tensor2D | null;
}

type BatchSettings = Pick<
  Experiment,
  'noise' | 'noiseLevel' | 'inputDropout' | 'seed' | 'codeKind' | 'codeSize'
>;

/** The samples at `indices` for one training step: noisy, then with input dropout, and with the noise of the code. */
export function trainingBatch(
  samples: Samples,
  indices: ArrayLike<number>,
  experiment: BatchSettings,
  step: number,
): TrainingBatch {
  const [target, input = target] = imageTensors(samples, indices, experiment, step);
  const codeNoise = experiment.codeKind === 'gaussian' ? codeNoiseTensor(indices, experiment, step) : null;
  return { target, input, codeNoise };
}

function imageTensors(
  samples: Samples,
  indices: ArrayLike<number>,
  { noise, noiseLevel, inputDropout, seed }: BatchSettings,
  step: number,
): [tf.Tensor2D, tf.Tensor2D?] {
  if (hasKernel(AssembleBatch)) {
    const attrs: AssembleBatchAttrs = { samples, indices, noise, noiseLevel, inputDropout, seed, step };
    return runKernelForList(AssembleBatch, {}, attrs) as [tf.Tensor2D, tf.Tensor2D?];
  }
  const { clean, noisy } = assembleInputs(samples, indices, { noise, noiseLevel, inputDropout, seed }, step);
  const shape: [number, number] = [indices.length, sampleSize(samples.shape)];
  const target = tf.tensor2d(clean, shape);
  return noisy === clean ? [target] : [target, tf.tensor2d(noisy, shape)];
}

function codeNoiseTensor(
  indices: ArrayLike<number>,
  { seed, codeSize }: BatchSettings,
  step: number,
): tf.Tensor2D {
  if (hasKernel(DrawCodeNoise)) {
    const attrs: DrawCodeNoiseAttrs = { indices, codeSize, seed, step };
    return runKernel(DrawCodeNoise, {}, attrs) as tf.Tensor2D;
  }
  return tf.tensor2d(drawCodeNoise(indices, { seed, codeSize }, step), [indices.length, codeSize]);
}

export function disposeBatch({ target, input, codeNoise }: TrainingBatch): void {
  tf.dispose([target, input]);
  codeNoise?.dispose();
}
