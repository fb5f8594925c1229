// The objective: what the gradient is taken of, as a sum of terms, everything in tensors. The plain-number references of
// the terms are in catalog/losses, catalog/sparsity and catalog/code-kinds.
import * as tf from '@tensorflow/tfjs-core';
import type { Terms } from '../core/engine-api';
import type { Experiment, LossId } from '../core/experiment';
import type { Encoded } from './autoencoder';
import { fusedReconstructionLoss } from './fused-loss';
import { hasKernel, ReconstructionLoss } from './kernels/training-kernels';
import { absolute, bernoulliDivergence, crossEntropy, gaussianDivergence } from './objective-terms';

/** What the gradient is taken of, and the terms it is the weighted sum of. Scalars. */
export interface ObjectiveValue {
  total: tf.Scalar;
  terms: Terms<tf.Scalar>;
}

export type ObjectiveSettings = Pick<
  Experiment,
  'loss' | 'outputActivation' | 'sparsity' | 'sparsityWeight' | 'targetActivation'
>;

/** Mean over all pixels of the batch; `target` in [0, 1] and `logits`, both `[batch, sampleSize]`. */
type ReconstructionLoss = (
  target: tf.Tensor2D,
  logits: tf.Tensor2D,
  settings: ObjectiveSettings,
) => tf.Scalar;

const reconstructionLosses = {
  mse: (target, logits, settings) => tf.mean(tf.square(tf.sub(pixelsOf(logits, settings), target))),
  mae: (target, logits, settings) => tf.mean(absolute(tf.sub(pixelsOf(logits, settings), target))),
  bce: (target, logits) => crossEntropy(target, logits),
} satisfies Record<LossId, ReconstructionLoss>;

/** What the decoder's output before its last activation becomes. */
function pixelsOf(
  logits: tf.Tensor2D,
  { outputActivation }: Pick<Experiment, 'outputActivation'>,
): tf.Tensor2D {
  return outputActivation === 'sigmoid' ? tf.sigmoid(logits) : logits;
}

/**
 * The reconstruction term: a mean over the pixels, under a Gaussian code a sum over them, so that with the KL term it is
 * the negative ELBO in nats (Kingma & Welling 2014, eq. 10). Squared error is then -log N(x; x^, 1/2), absolute error
 * -log Laplace(x; x^, 1), up to a constant.
 */
export function reconstructionTerm(
  settings: ObjectiveSettings,
  target: tf.Tensor2D,
  logits: tf.Tensor2D,
  isGaussian: boolean,
): tf.Scalar {
  const perPixel = reconstructionLoss(settings, settings.loss, target, logits);
  return isGaussian ? tf.mul(perPixel, target.shape[1]) : perPixel;
}

/** By the kernel of ours where the backend has it, else in tfjs ops. */
function reconstructionLoss(
  settings: ObjectiveSettings,
  loss: LossId,
  target: tf.Tensor2D,
  logits: tf.Tensor2D,
): tf.Scalar {
  return hasKernel(ReconstructionLoss)
    ? fusedReconstructionLoss(target, logits, { loss, sigmoid: settings.outputActivation === 'sigmoid' })
    : reconstructionLosses[loss](target, logits, settings);
}

/** Mean squared error per pixel. */
export function meanSquaredError(
  settings: ObjectiveSettings,
  target: tf.Tensor2D,
  logits: tf.Tensor2D,
): tf.Scalar {
  return reconstructionLoss(settings, 'mse', target, logits);
}

/**
 * The objective of an experiment on one batch.
 * @param beta the weight of the KL term at this moment; counts only for a Gaussian code
 * @param target clean images, `[batch, sampleSize]`
 * @param logits the decoder's output before its last activation, `[batch, sampleSize]`
 */
export function objective(
  settings: ObjectiveSettings,
  beta: number,
  target: tf.Tensor2D,
  logits: tf.Tensor2D,
  { mean, logVar }: Encoded,
): ObjectiveValue {
  const reconstruction = reconstructionTerm(settings, target, logits, logVar !== null);
  if (logVar) {
    const kl = gaussianDivergence(mean, logVar);
    return { total: tf.add(reconstruction, tf.mul(kl, beta)), terms: { reconstruction, kl } };
  }
  if (settings.sparsity === 'none') return { total: reconstruction, terms: { reconstruction } };
  const sparsity: tf.Scalar =
    settings.sparsity === 'l1'
      ? tf.mul(tf.mean(absolute(mean)), mean.shape[1])
      : bernoulliDivergence(mean, settings.targetActivation);
  return {
    total: tf.add(reconstruction, tf.mul(sparsity, settings.sparsityWeight)),
    terms: { reconstruction, sparsity },
  };
}

export function disposeObjective({ total, terms }: ObjectiveValue): void {
  tf.dispose([total, ...Object.values({ ...terms })]);
}

/** A code drawn from each Gaussian: mean + deviation * noise, all `[batch, codeSize]` (Kingma & Welling 2014, section 2.4). */
export function reparameterise({ mean, logVar }: Encoded, noise: tf.Tensor2D): tf.Tensor2D {
  return logVar === null ? mean : tf.add(mean, tf.mul(tf.exp(tf.mul(logVar, 0.5)), noise));
}
