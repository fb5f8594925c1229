// Our own kernels that a training step calls by name. A backend may lack any of them; the engine then uses tfjs ops. Call
// with `tf.engine().runKernel(name, inputs, attrs)`.
import * as tf from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Experiment } from '../../core/experiment/experiment';
import type { Samples } from '../../core/samples/samples';
import type { OwnKernel } from './kernel-registration';

/**
 * A batch from the stored values of a data set: gathered, bytes scaled to [0, 1], corrupted, then with input dropout, in this order. No
 * inputs; attrs `AssembleBatchAttrs`. Outputs `[target, input]`, `[count, sampleSize]` each, or `[target]` alone if the input
 * equals the target. The random numbers must match `assembleInputs` (engine/training/batch/batch.ts): exactly where they are
 * compared with a threshold, up to rounding where they are normal. Its kinds are the corruptions that it can draw.
 */
export const AssembleBatch = 'AssembleBatch';
export interface AssembleBatchAttrs extends Pick<
  Experiment,
  'noise' | 'noiseLevel' | 'inputDropout' | 'seed'
> {
  samples: Samples;
  /** Indices into the data set; their bytes have loaded. */
  indices: ArrayLike<number>;
  step: number;
}

/** Standard normal numbers `[count, codeSize]`, equal to those of `drawCodeNoise` (engine/training/batch/batch.ts) up to rounding. No inputs. */
export const DrawCodeNoise = 'DrawCodeNoise';
export interface DrawCodeNoiseAttrs {
  indices: ArrayLike<number>;
  codeSize: number;
  seed: number;
  step: number;
}

/**
 * The reconstruction loss, a scalar: the mean over all pixels. Inputs `target` and `logits`, `[batch, sampleSize]`; `target`
 * may depend on `logits` for mse and mae only. Cross-entropy always takes logits, whatever `sigmoid` says.
 * Its kinds are the losses that it can compute; the gradient has the same.
 */
export const ReconstructionLoss = 'ReconstructionLoss';
/** The derivative of the loss with respect to the logits, times `dy`, `[batch, sampleSize]`. Inputs `target`, `logits` and the scalar `dy`. */
export const ReconstructionLossGradient = 'ReconstructionLossGradient';
export interface ReconstructionLossAttrs {
  /** One of the kernel's kinds. */
  loss: string;
  /** Whether a pixel is the sigmoid of its logit, or the logit itself. */
  sigmoid: boolean;
}

/**
 * A sample of each Gaussian code, and the KL term. Inputs `mean`, `logVar` (clipped already) and `noise`, `[batch, codeSize]` each; no
 * attributes. Outputs `[code, divergence]`: mean + exp(logVar / 2) noise, `[batch, codeSize]`, and a scalar, the sum over the code of
 * KL(N(mean, exp(logVar)) || N(0, 1)) = (mean^2 + exp(logVar) - logVar - 1) / 2, mean over the batch.
 */
export const GaussianCode = 'GaussianCode';
/**
 * The gradients of both outputs together. Inputs those of `GaussianCode`, `dCode`, `[batch, codeSize]`, and the scalar `dDivergence`; no
 * attributes. Outputs `[dMean, dLogVar]`, `[batch, codeSize]` each: dCode + dDivergence mean / batch, and
 * dCode noise exp(logVar / 2) / 2 + dDivergence (exp(logVar) - 1) / (2 batch).
 */
export const GaussianCodeGradient = 'GaussianCodeGradient';

/**
 * The sparsity penalty of a batch's codes before its weight, a scalar. Input `codes`, `[batch, codeSize]`. Its kinds are the penalties that
 * it can compute, which are those of catalog/sparsity; the gradient has the same.
 */
export const SparsityPenalty = 'SparsityPenalty';
/** The derivative of the penalty with respect to the codes, times `dy`, `[batch, codeSize]`. Inputs `codes` and the scalar `dy`. */
export const SparsityPenaltyGradient = 'SparsityPenaltyGradient';
export interface SparsityPenaltyAttrs {
  /** One of the kernel's kinds. */
  penalty: string;
  /** The target activation, in (0, 1); not every penalty has a use for it. */
  rho: number;
}

/**
 * The gradient through an activation: dy times the derivative, computed from the activation's output. Inputs `dy` and `y` of
 * one shape; one output of that shape.
 */
export const ActivationGradient = 'ActivationGradient';
export interface ActivationGradientAttrs {
  activation: FusedActivation;
}

/**
 * The gradients of activation(x kernel + bias), `[batch, units]`, given `dy`, the gradient of its output `y`; together, so that the
 * gradient through the activation is no tensor. `DenseInputGradient` takes `dy`, `y` and `kernel` and gives that of x,
 * `[batch, inputs]`; `DenseWeightsGradient` takes `x`, `dy` and `y` and gives those of kernel and bias. A backend has both or
 * none.
 */
export const DenseInputGradient = 'DenseInputGradient';
export const DenseWeightsGradient = 'DenseWeightsGradient';

/**
 * The kernel that runs an update rule for all weights of a network, where the rule's own (`FusedUpdate.name`,
 * engine/training/optimizer/update-rules.ts) is for one. It changes weights and running averages in place. Attrs: those of the
 * rule, and `kept`, what weight decay leaves of every weight that is no bias. No outputs.
 */
export function updateOfAll(rule: string): string {
  return `${rule}OfAll`;
}
/** `param0`, `gradient0`, `param1`, … and each running average by its name, flat, over all weights in this order. */
export type UpdateOfAllInputs = Readonly<Record<string, TensorInfo | undefined>>;

/**
 * activation(transposed convolution of x with the filter + bias), NHWC. Inputs `x`, `filter` (`[height, width, output channels,
 * channels of x]`) and `bias`.
 */
export const FusedTransposedConvolution = 'FusedTransposedConvolution';
export interface FusedTransposedConvolutionAttrs {
  strides: [number, number];
  pad: 'same';
  outShape: [number, number, number, number];
  activation: FusedActivation;
}

/**
 * Updates all weights of a network in place, in one pass: scales the gradients down to a global norm (Pascanu et al. 2013), decays
 * the weights (decoupled, Loshchilov & Hutter 2019), then follows the rule. No inputs and no outputs; attrs `UpdateWeightsAttrs`.
 * Its kinds are the optimizers whose rule it knows. Whatever shares memory with a weight changes too.
 */
export const UpdateWeights = 'UpdateWeights';
export interface UpdateWeightsAttrs {
  optimizer: string;
  /** The numbers of the rule (engine/training/optimizer/update-rules.ts). */
  rates: Readonly<Record<string, number>>;
  weights: readonly WeightToUpdate[];
  /** Largest global norm of the gradients; 0 for none. */
  gradientClip: number;
}

/** A weight; all tensors have its shape. */
export interface WeightToUpdate {
  param: tf.TensorInfo;
  gradient: tf.TensorInfo;
  /** Running averages, in the order of the optimizer's slots. */
  slots: readonly tf.TensorInfo[];
  /** What is left of the weight after its decay: 1 for all of it. */
  keep: number;
}

/** Activations that a layer fuses into its product. `ActivationGradient` is never called with `linear`. */
export type FusedActivation = 'linear' | 'relu' | 'sigmoid' | 'elu' | 'tanh';

/** Whether the current backend has this kernel. */
export function hasKernel(name: string): boolean {
  // tfjs returns undefined for a missing kernel, though its type does not say so
  return (tf.getKernel(name, tf.getBackend()) as tf.KernelConfig | undefined) !== undefined;
}

/** Whether the backend in use has this kernel, and the kernel can compute this kind (a corruption, loss, penalty or optimizer). */
export function supports(name: string, kind: string): boolean {
  // undefined where there is none, though its type does not say so
  const kernel = tf.getKernel(name, tf.getBackend()) as OwnKernel | undefined;
  return kernel !== undefined && (kernel.kinds === undefined || Object.hasOwn(kernel.kinds, kind));
}

/** Runs a kernel with one output. The cast is needed because tfjs types attributes as JSON only. */
export function runKernel(name: string, inputs: tf.NamedTensorMap, attrs: object): tf.Tensor {
  return tf.engine().runKernel<tf.Tensor>(name, inputs, attrs as tf.NamedAttrMap);
}

/** Runs a kernel with a list of outputs. */
export function runKernelForList(name: string, inputs: tf.NamedTensorMap, attrs: object): tf.Tensor[] {
  return tf.engine().runKernel<tf.Tensor[]>(name, inputs, attrs as tf.NamedAttrMap);
}
