// The objective, a weighted sum of terms in tensors, whose gradient training follows. A loss runs in one of our kernels if the
// backend has it, else in tfjs ops if there is an implementation, else from the catalog's plain numbers, and so does a penalty
// (docs/decisions/0015). The KL term has a kernel or runs in ops.
import * as tf from '@tensorflow/tfjs-core';
import type { Terms } from '../../core/run/objective-terms';
import { findKind } from '../../catalog/kinds/kind';
import type { Experiment } from '../../core/experiment/experiment';
import type { Encoded } from './encoded';
import { fusedGaussianCode } from './fused/gaussian-code';
import { fusedReconstructionLoss } from './fused/reconstruction-loss';
import { fusedSparsityPenalty } from './fused/sparsity-penalty';
import {
  GaussianCode,
  hasKernel,
  ReconstructionLoss,
  SparsityPenalty,
  supports,
} from '../kernels/training-kernels';
import { gaussianDivergence } from './objective-terms';
import { plainTermOf, type PlainTerm, type PlainTerms } from './plain-terms';
import { lossesInOps, penaltiesInOps, weightedLossesInOps } from './terms-in-ops';

/** The objective and its terms before their weights. Scalars. */
export interface ObjectiveValue {
  total: tf.Scalar;
  terms: Terms<tf.Scalar>;
}

export type ObjectiveSettings = Pick<
  Experiment,
  'loss' | 'outputActivation' | 'sparsity' | 'sparsityWeight' | 'targetActivation'
>;

/**
 * The reconstruction term: a mean over the pixels, weighted where `weights` says so, or with a Gaussian code their sum, so that with the KL term it is the
 * negative ELBO in nats (Kingma & Welling 2014, eq. 10). Up to a constant, squared error is then -log N(x; x^, 1/2), absolute
 * error -log Laplace(x; x^, 1).
 */
export function reconstructionTerm(
  settings: ObjectiveSettings,
  target: tf.Tensor2D,
  logits: tf.Tensor2D,
  isGaussian: boolean,
  plain?: PlainTerm,
  weights: tf.Tensor2D | null = null,
): tf.Scalar {
  const perPixel = plain ? plainTermOf(logits, plain) : lossInTensors(settings, target, logits, weights);
  return isGaussian ? tf.mul(perPixel, target.shape[1]) : perPixel;
}

/** @param weights of the pixels, in sum 1; null for a plain mean */
function lossInTensors(
  settings: ObjectiveSettings,
  target: tf.Tensor2D,
  logits: tf.Tensor2D,
  weights: tf.Tensor2D | null,
): tf.Scalar {
  const { loss, outputActivation } = settings;
  if (weights === null) return reconstructionLoss(settings, loss, target, logits);
  return formInOps(weightedLossesInOps, loss)(target, logits, outputActivation === 'sigmoid', weights);
}

function reconstructionLoss(
  { outputActivation }: Pick<Experiment, 'outputActivation'>,
  loss: string,
  target: tf.Tensor2D,
  logits: tf.Tensor2D,
): tf.Scalar {
  const sigmoid = outputActivation === 'sigmoid';
  if (supports(ReconstructionLoss, loss)) return fusedReconstructionLoss(target, logits, { loss, sigmoid });
  return formInOps(lossesInOps, loss)(target, logits, sigmoid);
}

function sparsityPenalty(
  { sparsity: penalty, targetActivation: rho }: Pick<Experiment, 'sparsity' | 'targetActivation'>,
  codes: tf.Tensor2D,
): tf.Scalar {
  if (supports(SparsityPenalty, penalty)) return fusedSparsityPenalty(codes, { penalty, rho });
  return formInOps(penaltiesInOps, penalty)(codes, rho);
}

/** @throws Error when no such op exists, in which case the caller must pass the plain term */
function formInOps<Form>(forms: Readonly<Record<string, Form>>, id: string): Form {
  const form = findKind(forms, id);
  if (!form) throw new Error(`“${id}” has no implementation in ops and needs its plain term.`);
  return form;
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
 * Computes the objective of an experiment on one batch.
 * @param beta current weight of the KL term; ignored unless the code is Gaussian
 * @param target clean images, `[batch, sampleSize]`
 * @param logits the decoder's output before its last activation, `[batch, sampleSize]`
 * @param plain the plain terms of this batch
 * @param weights of the pixels in the reconstruction loss, `[batch, sampleSize]`, in sum 1; null where all weigh the same
 */
export function objective(
  settings: ObjectiveSettings,
  beta: number,
  target: tf.Tensor2D,
  logits: tf.Tensor2D,
  { mean, logVar, divergence }: Encoded,
  plain: PlainTerms = {},
  weights: tf.Tensor2D | null = null,
): ObjectiveValue {
  const isGaussian = logVar !== null;
  const reconstruction = reconstructionTerm(settings, target, logits, isGaussian, plain.loss, weights);
  if (logVar) {
    const kl = divergence ?? gaussianDivergence(mean, logVar);
    return { total: tf.add(reconstruction, tf.mul(kl, beta)), terms: { reconstruction, kl } };
  }
  if (settings.sparsity === 'none') return { total: reconstruction, terms: { reconstruction } };
  const sparsity = plain.sparsity ? plainTermOf(mean, plain.sparsity) : sparsityPenalty(settings, mean);
  return {
    total: tf.add(reconstruction, tf.mul(sparsity, settings.sparsityWeight)),
    terms: { reconstruction, sparsity },
  };
}

/** The total and the terms without duplicates: a single term is the total. */
export function scalarsOf({ total, terms }: ObjectiveValue): tf.Scalar[] {
  return [...new Set<tf.Scalar>([total, ...Object.values({ ...terms })])];
}

export function disposeObjective(value: ObjectiveValue): void {
  tf.dispose(scalarsOf(value));
}

/** Samples each Gaussian code: mean + deviation * noise, all `[batch, codeSize]` (Kingma & Welling 2014, section 2.4). */
export function reparameterise({ mean, logVar }: Encoded, noise: tf.Tensor2D): tf.Tensor2D {
  return logVar === null ? mean : tf.add(mean, tf.mul(tf.exp(tf.mul(logVar, 0.5)), noise));
}

/**
 * The code to decode, and `encoded` with its KL term where a kernel computes both.
 * @param noise standard normal numbers, `[batch, codeSize]`; null decodes the mean
 */
export function drawCode(
  encoded: Encoded,
  noise: tf.Tensor2D | null,
): { code: tf.Tensor2D; encoded: Encoded } {
  const { mean, logVar } = encoded;
  if (!noise) return { code: mean, encoded };
  if (!logVar || !hasKernel(GaussianCode)) return { code: reparameterise(encoded, noise), encoded };
  const { code, divergence } = fusedGaussianCode(mean, logVar, noise);
  return { code, encoded: { mean, logVar, divergence } };
}
