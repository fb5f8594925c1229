// The kernels of our own that a training step asks for by name. A backend may have each of them or not: where it does not,
// the engine says the same in tfjs's ops. Called with `tf.engine().runKernel(name, inputs, attrs)`.
import * as tf from '@tensorflow/tfjs-core';
import type { Experiment, LossId } from '../../core/experiment';
import type { Samples } from '../../core/samples';

/**
 * A batch from the bytes of a data set: gathered, scaled to [0, 1], spoiled, and some inputs dropped, in this order. No
 * inputs; attrs `AssembleBatchAttrs`. Outputs `[target, input]`, `[count, sampleSize]` each, or `[target]` alone where the
 * input is the target. Must draw the numbers that `assembleInputs` (engine/batch.ts) draws: exactly where they are
 * compared with a threshold, up to rounding where they are normal.
 */
export const AssembleBatch = 'AssembleBatch';
export interface AssembleBatchAttrs extends Pick<
  Experiment,
  'noise' | 'noiseLevel' | 'inputDropout' | 'seed'
> {
  samples: Samples;
  /** Places in the data set; their bytes have arrived. */
  indices: ArrayLike<number>;
  step: number;
}

/** Standard normal numbers `[count, codeSize]`: those of `drawCodeNoise` (engine/batch.ts), up to rounding. No inputs. */
export const DrawCodeNoise = 'DrawCodeNoise';
export interface DrawCodeNoiseAttrs {
  indices: ArrayLike<number>;
  codeSize: number;
  seed: number;
  step: number;
}

/**
 * The reconstruction loss, a scalar: the mean over all pixels. Inputs `target` and `logits`, `[batch, sampleSize]`, of which
 * the first may have been made from the other only for mse and mae. Cross-entropy is of logits whatever `sigmoid` says.
 */
export const ReconstructionLoss = 'ReconstructionLoss';
/** Its derivative by the logits times `dy`, `[batch, sampleSize]`. Inputs `target`, `logits` and the scalar `dy`. */
export const ReconstructionLossGradient = 'ReconstructionLossGradient';
export interface ReconstructionLossAttrs {
  loss: LossId;
  /** Whether the pixels are the sigmoid of the logits, or the logits themselves. */
  sigmoid: boolean;
}

/**
 * What a gradient becomes behind an activation: dy times the derivative, which is told from the activation's output.
 * Inputs `dy` and `y` of one shape; one output of that shape.
 */
export const ActivationGradient = 'ActivationGradient';
export interface ActivationGradientAttrs {
  activation: FusedActivation;
}

/**
 * activation(transposed convolution of x with the filter + bias), NHWC. Inputs `x`, `filter` (`[height, width, channels of
 * the output, channels of x]`) and `bias`.
 */
export const FusedTransposedConvolution = 'FusedTransposedConvolution';
export interface FusedTransposedConvolutionAttrs {
  strides: [number, number];
  pad: 'same';
  outShape: [number, number, number, number];
  activation: FusedActivation;
}

/** The activations that a layer has inside its product. `linear` never comes to `ActivationGradient`. */
export type FusedActivation = 'linear' | 'relu' | 'sigmoid' | 'elu' | 'tanh';

/** Whether the backend in use has this kernel. */
export function hasKernel(name: string): boolean {
  // undefined where there is none, though its type does not say so
  return (tf.getKernel(name, tf.getBackend()) as tf.KernelConfig | undefined) !== undefined;
}

/** Runs a kernel with one output. tfjs's types know only attributes that could be written down as JSON. */
export function runKernel(name: string, inputs: tf.NamedTensorMap, attrs: object): tf.Tensor {
  return tf.engine().runKernel<tf.Tensor>(name, inputs, attrs as tf.NamedAttrMap);
}

/** Runs a kernel with a list of outputs. */
export function runKernelForList(name: string, inputs: tf.NamedTensorMap, attrs: object): tf.Tensor[] {
  return tf.engine().runKernel<tf.Tensor[]>(name, inputs, attrs as tf.NamedAttrMap);
}
