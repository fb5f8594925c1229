// The batch of one training step as tensors. Our kernels assemble it from bytes where the backend has them and they support the
// corruption; otherwise JavaScript assembles and uploads it.
import { isNoisy } from '../../../catalog/corrupt';
import * as tf from '@tensorflow/tfjs-core';
import type { Experiment } from '../../../core/experiment/experiment';
import { sampleSize, type Samples } from '../../../core/samples/samples';
import { assembleInputs, drawCodeNoise } from './batch';
import {
  AssembleBatch,
  DrawCodeNoise,
  hasKernel,
  runKernel,
  runKernelForList,
  supports,
  type AssembleBatchAttrs,
  type DrawCodeNoiseAttrs,
} from '../../kernels/training-kernels';

/** The caller disposes of it (`disposeBatch`). */
export interface TrainingBatch {
  /** Clean images, `[count, sampleSize]`, in [0, 1]. */
  target: tf.Tensor2D;
  /** Input of the network; the same tensor as `target` without corruption. */
  input: tf.Tensor2D;
  /** Standard normal noise for sampling a Gaussian code, `[count, codeSize]`; null for a deterministic code. */
  codeNoise: tf.Tensor2D | null;
}

type BatchSettings = Pick<
  Experiment,
  'noise' | 'noiseLevel' | 'inputDropout' | 'seed' | 'codeKind' | 'codeSize'
>;

/** Assembles the samples at `indices` for one training step: corrupted, with input dropout, and with the noise of the code. */
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

/** Whether the backend has a kernel that assembles batches with this noise. */
function canAssemble(noise: Pick<Experiment, 'noise' | 'noiseLevel'>): boolean {
  return supports(AssembleBatch, isNoisy(noise) ? noise.noise : 'none');
}

/** Whether this noise needs the slower JavaScript path although the backend has a kernel for others. */
export function isPlainNoise(noise: Pick<Experiment, 'noise' | 'noiseLevel'>): boolean {
  return hasKernel(AssembleBatch) && !canAssemble(noise);
}

function imageTensors(
  samples: Samples,
  indices: ArrayLike<number>,
  { noise, noiseLevel, inputDropout, seed }: BatchSettings,
  step: number,
): [tf.Tensor2D, tf.Tensor2D?] {
  if (canAssemble({ noise, noiseLevel })) {
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
