// Implementations of losses and penalties in tfjs ops, by their ids in the catalog. Optional, and much faster than plain
// numbers. Tests compare each with the catalog's plain numbers, value and gradient.
import * as tf from '@tensorflow/tfjs-core';
import { absolute, bernoulliDivergence, crossEntropy, weightedCrossEntropy } from './objective-terms';

/**
 * Mean over all pixels of the batch; `target` in [0, 1] and `logits`, both `[batch, sampleSize]`. `sigmoid` says whether a
 * pixel is the sigmoid of its logit, or the logit itself.
 */
type LossInOps = (target: tf.Tensor2D, logits: tf.Tensor2D, sigmoid: boolean) => tf.Scalar;

export const lossesInOps: Readonly<Record<string, LossInOps>> = {
  mse: (target, logits, sigmoid) => tf.mean(tf.square(tf.sub(pixelsOf(logits, sigmoid), target))),
  mae: (target, logits, sigmoid) => tf.mean(absolute(tf.sub(pixelsOf(logits, sigmoid), target))),
  bce: (target, logits) => crossEntropy(target, logits),
};

/** The same as a weighted mean; `weights` `[batch, sampleSize]`, in sum 1. */
type WeightedLossInOps = (
  target: tf.Tensor2D,
  logits: tf.Tensor2D,
  sigmoid: boolean,
  weights: tf.Tensor2D,
) => tf.Scalar;

export const weightedLossesInOps: Readonly<Record<string, WeightedLossInOps>> = {
  mse: (target, logits, sigmoid, weights) =>
    tf.sum(tf.mul(weights, tf.square(tf.sub(pixelsOf(logits, sigmoid), target)))),
  mae: (target, logits, sigmoid, weights) =>
    tf.sum(tf.mul(weights, absolute(tf.sub(pixelsOf(logits, sigmoid), target)))),
  bce: (target, logits, _, weights) => weightedCrossEntropy(target, logits, weights),
};

/** The penalty of a batch's codes `[batch, codeSize]`, before its weight; `rho` is the target activation. */
type PenaltyInOps = (codes: tf.Tensor2D, rho: number) => tf.Scalar;

export const penaltiesInOps: Readonly<Record<string, PenaltyInOps>> = {
  l1: (codes) => tf.mul(tf.mean(absolute(codes)), codes.shape[1]),
  kl: bernoulliDivergence,
};

function pixelsOf(logits: tf.Tensor2D, sigmoid: boolean): tf.Tensor2D {
  return sigmoid ? tf.sigmoid(logits) : logits;
}
