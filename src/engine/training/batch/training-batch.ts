// The batch of one training step as tensors. Our kernels assemble it from bytes where the backend has them and they support the
// corruption; otherwise JavaScript assembles and uploads it.
import { isNoisy } from '../../../catalog/corrupt';
import * as tf from '@tensorflow/tfjs-core';
import type { Experiment } from '../../../core/experiment/experiment';
import { sampleSize, type Samples } from '../../../core/samples/samples';
import { pixelWeights, usesMasks } from '../../../core/inpainting/mask-input';
import { assembleInputs, drawCodeNoise, networkInput } from './batch';
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
  /** Clean samples, `[count, sampleSize]`. */
  target: tf.Tensor2D;
  /** Input of the network, perhaps with masks; the same tensor as `target` without corruption. */
  input: tf.Tensor2D;
  /** Weight of each number in the loss, `[count, sampleSize]`, in sum 1; null where all weigh the same. */
  weights: tf.Tensor2D | null;
  /** Standard normal noise for sampling a Gaussian code, `[count, codeSize]`; null for a deterministic code. */
  codeNoise: tf.Tensor2D | null;
}

type BatchSettings = Pick<
  Experiment,
  | 'noise'
  | 'noiseLevel'
  | 'inputDropout'
  | 'seed'
  | 'codeKind'
  | 'codeSize'
  | 'maskInput'
  | 'lossOn'
  | 'holeWeight'
>;

/** Assembles the samples at `indices` for one training step: corrupted, with input dropout, and with the noise of the code. */
export function trainingBatch(
  samples: Samples,
  indices: ArrayLike<number>,
  experiment: BatchSettings,
  step: number,
): TrainingBatch {
  const codeNoise = experiment.codeKind === 'gaussian' ? codeNoiseTensor(indices, experiment, step) : null;
  const make = canAssemble(experiment) ? assembledByKernel : assembledInPlainNumbers;
  return { ...make(samples, indices, experiment, step), codeNoise };
}

type Images = Pick<TrainingBatch, 'target' | 'input' | 'weights'>;

type MaskedNoise = Pick<Experiment, 'noise' | 'noiseLevel' | 'maskInput' | 'lossOn'>;

/** Whether the backend has a kernel that assembles batches with this noise. None hands out the masks. */
function canAssemble(experiment: MaskedNoise): boolean {
  return !usesMasks(experiment) && supports(AssembleBatch, isNoisy(experiment) ? experiment.noise : 'none');
}

/** Whether this noise needs the slower JavaScript path although the backend has a kernel for others. */
export function isPlainNoise(noise: MaskedNoise): boolean {
  return hasKernel(AssembleBatch) && !canAssemble(noise);
}

function assembledByKernel(
  samples: Samples,
  indices: ArrayLike<number>,
  { noise, noiseLevel, inputDropout, seed }: BatchSettings,
  step: number,
): Images {
  const attrs: AssembleBatchAttrs = { samples, indices, noise, noiseLevel, inputDropout, seed, step };
  const [target, input = target] = runKernelForList(AssembleBatch, {}, attrs) as [tf.Tensor2D, tf.Tensor2D?];
  return { target, input, weights: null };
}

function assembledInPlainNumbers(
  samples: Samples,
  indices: ArrayLike<number>,
  experiment: BatchSettings,
  step: number,
): Images {
  const batch = assembleInputs(samples, indices, experiment, step);
  const { clean, masks } = batch;
  const input = networkInput(batch, experiment, samples.shape);
  const weights = pixelWeights(masks, samples.shape, experiment);
  const count = indices.length;
  const shape: [number, number] = [count, sampleSize(samples.shape)];
  const target = tf.tensor2d(clean, shape);
  return {
    target,
    input: input === clean ? target : tf.tensor2d(input, [count, input.length / count]),
    weights: weights && tf.tensor2d(weights, shape),
  };
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

export function disposeBatch({ target, input, codeNoise, weights }: TrainingBatch): void {
  tf.dispose([target, input]);
  codeNoise?.dispose();
  weights?.dispose();
}
