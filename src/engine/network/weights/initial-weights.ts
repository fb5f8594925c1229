// The initial weights of a run, and the checkpoint of step 0. A counter-based generator makes them, so the same seed gives the
// same network on every backend.
import type { LayerPlan } from '../../../catalog/architectures/plan';
import { networkPlan } from '../../../catalog/architectures/registry';
import { kindOf } from '../../../catalog/kinds/kind';
import { optimizers } from '../../../catalog/optimizers/registry';
import type { Checkpoint } from '../../../core/run/checkpoint';
import type { Experiment } from '../../../core/experiment/experiment';
import { pcg4d, standardNormal, streams, words } from '../../../core/random';
import { sampleSize, type SampleShape } from '../../../core/samples/samples';

/**
 * Fills a layer's kernel with normal numbers of variance 2 / inputs before a rectifier (He et al. 2015), otherwise 2 / (inputs
 * + outputs) (Glorot & Bengio 2010), where inputs and outputs count the connections of one number.
 * @param salt separates the layers of one seed
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

/** Number of inputs that an output depends on, and of outputs that an input feeds. */
function connections({ kind, kernelShape, strides }: LayerPlan): { inputs: number; outputs: number } {
  const [a = 1, b = 1, c = 1, d = 1] = kernelShape;
  if (kind === 'dense') return { inputs: a, outputs: b };
  // An input of a strided convolution feeds only every stride-th position; a transposed convolution is the reverse.
  const [wide, deep] = [a * b * c, (a * b * d) / (strides[0] * strides[1])];
  return kind === 'convolution' ? { inputs: wide, outputs: deep } : { inputs: deep, outputs: wide };
}

/** Size of a layer's bias: its outputs, or the feature maps of a convolution. */
export function biasSize({ kind, kernelShape }: LayerPlan): number {
  return kernelShape[kind === 'dense' ? 1 : kind === 'convolution' ? 3 : 2] ?? 0;
}

/** The checkpoint of an experiment before its first step. */
export function initialCheckpoint(experiment: Experiment, shape: SampleShape): Checkpoint {
  const { layers } = networkPlan(experiment, shape);
  const weights = layers.flatMap((layer, index) => [
    initialKernel(layer, experiment.seed, index),
    new Float32Array(biasSize(layer)),
  ]);
  if (experiment.codeKind === 'gaussian' && experiment.outputActivation === 'linear') calmOutput(weights);
  return {
    experiment,
    step: 0,
    samplesPassed: 0,
    weights,
    optimizer: zeroOptimizer(experiment, weights),
  };
}

/**
 * Scales the last kernel down, and starts at the middle of the range of the data, as a sigmoid does. A Gaussian code starts as noise
 * of deviation 1, and an output without bounds would be as noisy: the first thing to learn would be to silence the code, at tens
 * of nats of KL, which takes thousands of steps to undo.
 */
function calmOutput(weights: Float32Array[]): void {
  const [kernel, bias] = weights.slice(-2);
  kernel?.forEach((weight, at) => (kernel[at] = quiet * weight));
  bias?.fill(0.5);
}

/** What the last kernel is multiplied by. */
const quiet = 0.05;

/** Optimizer state before the first update. */
export function zeroOptimizer(experiment: Experiment, weights: Float32Array[]): Checkpoint['optimizer'] {
  const { slots } = kindOf(optimizers, experiment.optimizer);
  return {
    updates: 0,
    slots: Array.from({ length: slots }, () => weights.map((weight) => new Float32Array(weight.length))),
  };
}
