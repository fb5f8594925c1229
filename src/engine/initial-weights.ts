// The weights a run starts from, and the checkpoint of step 0. Made by the counter-based generator, so that the same
// seed gives the same network on every backend.
import type { LayerPlan } from '../catalog/architectures/plan';
import { networkPlan } from '../catalog/architectures/registry';
import { optimizers } from '../catalog/optimizers/registry';
import type { Checkpoint } from '../core/engine-api';
import type { Experiment } from '../core/experiment';
import { pcg4d, standardNormal, streams, words } from '../core/random';
import { sampleSize, type SampleShape } from '../core/samples';

/**
 * Fills a layer's kernel with normal numbers: variance 2 / inputs behind a rectifier (He et al. 2015),
 * 2 / (inputs + outputs) otherwise (Glorot & Bengio 2010); inputs and outputs are those that one number is connected to.
 * @param salt tells the layers of one seed apart
 */
export function initialKernel(layer: LayerPlan, seed: number, salt: number): Float32Array {
  const { inputs, outputs } = connections(layer);
  const rectified = layer.activation === 'relu' || layer.activation === 'elu';
  const deviation = Math.sqrt(2 / (rectified ? inputs : inputs + outputs));
  const kernel = new Float32Array(sampleSize(layer.kernelShape));
  for (let i = 0; i < kernel.length; i++) {
    pcg4d(seed, streams.weights, salt, i);
    kernel[i] = deviation * standardNormal(words[0] ?? 0, words[1] ?? 0);
  }
  return kernel;
}

/** How many numbers one output is made of, and how many outputs one input goes into. */
function connections({ kind, kernelShape, strides }: LayerPlan): { inputs: number; outputs: number } {
  const [a = 1, b = 1, c = 1, d = 1] = kernelShape;
  if (kind === 'dense') return { inputs: a, outputs: b };
  // A convolution's input goes into only every stride-th place; a transposed one is the same thing backwards.
  const [wide, deep] = [a * b * c, (a * b * d) / (strides[0] * strides[1])];
  return kind === 'convolution' ? { inputs: wide, outputs: deep } : { inputs: deep, outputs: wide };
}

/** Units of a layer's bias: its outputs, or the feature maps of a convolution. */
export function biasSize({ kind, kernelShape }: LayerPlan): number {
  return kernelShape[kind === 'dense' ? 1 : kind === 'convolution' ? 3 : 2] ?? 0;
}

/** A run of this experiment before its first step. */
export function initialCheckpoint(experiment: Experiment, shape: SampleShape): Checkpoint {
  const { layers } = networkPlan(experiment, shape);
  const weights = layers.flatMap((layer, index) => [
    initialKernel(layer, experiment.seed, index),
    new Float32Array(biasSize(layer)),
  ]);
  return {
    experiment,
    step: 0,
    samplesSeen: 0,
    weights,
    optimizer: zeroOptimizer(experiment, weights),
  };
}

/** The state of an optimizer that has made no update yet. */
export function zeroOptimizer(experiment: Experiment, weights: Float32Array[]): Checkpoint['optimizer'] {
  const { slots } = optimizers[experiment.optimizer];
  return {
    updates: 0,
    slots: Array.from({ length: slots }, () => weights.map((weight) => new Float32Array(weight.length))),
  };
}
