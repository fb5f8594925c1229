// Computes terms of the objective from the catalog's plain numbers, so that a loss or a penalty needs no code in the engine.
// Slow: it costs a second forward pass before the step, and the step waits for its output. Reading inside the step would avoid
// this, but WebGPU has no usable synchronous read (docs/decisions/0015).
import * as tf from '@tensorflow/tfjs-core';
import { findKind, kindOf } from '../../catalog/kinds/kind';
import { meanLoss, meanLossGradient } from '../../catalog/losses/loss';
import { losses } from '../../catalog/losses/registry';
import { sparsityPenalties } from '../../catalog/sparsity/registry';
import type { Experiment } from '../../core/experiment/experiment';
import { ReconstructionLoss, SparsityPenalty, supports } from '../kernels/training-kernels';
import { lossesInOps, penaltiesInOps } from './terms-in-ops';

/** A term of one batch: its value, and its derivative with respect to each number of its input tensor. */
export interface PlainTerm {
  value: number;
  gradient: Float32Array;
}

/** The plain terms of an objective, before their weights; the loss is a mean over the pixels. */
export interface PlainTerms {
  loss?: PlainTerm;
  sparsity?: PlainTerm;
}

type TermSettings = Pick<
  Experiment,
  'loss' | 'outputActivation' | 'sparsity' | 'targetActivation' | 'codeKind'
>;

/** Whether the loss is computed in plain numbers on the current backend. */
export function isPlainLoss(loss: string): boolean {
  return !supports(ReconstructionLoss, loss) && findKind(lossesInOps, loss) === undefined;
}

/** Whether the penalty, if it applies at all, is computed in plain numbers. */
export function isPlainPenalty({ sparsity, codeKind }: Pick<Experiment, 'sparsity' | 'codeKind'>): boolean {
  const counts = sparsity !== 'none' && codeKind === 'deterministic';
  return counts && !supports(SparsityPenalty, sparsity) && findKind(penaltiesInOps, sparsity) === undefined;
}

/** Whether any term of the objective is computed in plain numbers. */
export function hasPlainTerms(settings: TermSettings): boolean {
  return isPlainLoss(settings.loss) || isPlainPenalty(settings);
}

/**
 * Computes the plain terms of one batch.
 * @param target clean images, `[batch, sampleSize]`
 * @param logits the decoder's output before its last activation, `[batch, sampleSize]`
 * @param codes `[batch, codeSize]`; the means of a Gaussian code
 * @param weights of the pixels in the loss, in sum 1; null where all weigh the same
 */
export async function plainTerms(
  settings: TermSettings,
  target: tf.Tensor2D,
  logits: tf.Tensor2D,
  codes: tf.Tensor2D,
  weights: tf.Tensor2D | null = null,
): Promise<PlainTerms> {
  const terms: PlainTerms = {};
  if (isPlainLoss(settings.loss)) {
    const loss = kindOf(losses, settings.loss);
    const isSigmoid = settings.outputActivation === 'sigmoid';
    const [pixels, outputs, weighing] = await Promise.all([
      target.data<'float32'>(),
      logits.data<'float32'>(),
      weights?.data<'float32'>(),
    ]);
    terms.loss = {
      value: meanLoss(loss, pixels, outputs, isSigmoid, weighing),
      gradient: meanLossGradient(loss, pixels, outputs, isSigmoid, weighing),
    };
  }
  if (isPlainPenalty(settings)) {
    const penalty = kindOf(sparsityPenalties, settings.sparsity);
    const args = [await codes.data<'float32'>(), codes.shape[1], settings.targetActivation] as const;
    terms.sparsity = { value: penalty.value(...args), gradient: penalty.gradient(...args) };
  }
  return terms;
}

/** A plain term as a function of its input tensor `x`, so that gradients flow back into it. */
export function plainTermOf(x: tf.Tensor2D, { value, gradient }: PlainTerm): tf.Scalar {
  const term = tf.customGrad(() => ({
    value: tf.scalar(value),
    gradFunc: (dy: tf.Tensor) => tf.mul(tf.tensor2d(gradient, x.shape), dy),
  }));
  return term(x) as tf.Scalar;
}
