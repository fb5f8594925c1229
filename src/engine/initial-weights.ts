// The weights a run starts from, and the checkpoint of step 0. Made by the counter-based generator, so that the same
// seed gives the same network on every backend.
import { architectures } from '../catalog/architectures/registry';
import { optimizers } from '../catalog/optimizers/registry';
import type { Checkpoint } from '../core/engine-api';
import type { ActivationId, Experiment } from '../core/experiment';
import { pcg4d, standardNormal, streams, words } from '../core/random';
import type { SampleShape } from '../core/samples';

/** Widths of the layers from input to output, `[sampleSize, …hidden, codeSize, …hidden reversed, sampleSize]`. */
export function layerWidths(experiment: Experiment, shape: SampleShape): number[] {
  return architectures[experiment.architecture].widths(experiment, shape);
}

/**
 * Fills a kernel `[inputs, outputs]` with normal numbers: variance 2 / inputs behind a rectifier (He et al. 2015),
 * 2 / (inputs + outputs) otherwise (Glorot & Bengio 2010).
 * @param layer tells the layers of one seed apart
 */
export function initialKernel(
  inputs: number,
  outputs: number,
  activation: ActivationId | 'linear',
  seed: number,
  layer: number,
): Float32Array {
  const rectified = activation === 'relu' || activation === 'elu';
  const deviation = Math.sqrt(2 / (rectified ? inputs : inputs + outputs));
  const kernel = new Float32Array(inputs * outputs);
  for (let i = 0; i < kernel.length; i++) {
    pcg4d(seed, streams.weights, layer, i);
    kernel[i] = deviation * standardNormal(words[0] ?? 0, words[1] ?? 0);
  }
  return kernel;
}

/** Activation of layer `layer` of `layers`: the code and the logits are linear, the rest as chosen. */
export function layerActivation(
  experiment: Experiment,
  layer: number,
  layers: number,
): ActivationId | 'linear' {
  return layer === layers / 2 - 1 || layer === layers - 1 ? 'linear' : experiment.activation;
}

/** A run of this experiment before its first step. */
export function initialCheckpoint(experiment: Experiment, shape: SampleShape): Checkpoint {
  const widths = layerWidths(experiment, shape);
  const layers = widths.length - 1;
  const weights = widths.slice(1).flatMap((outputs, layer) => {
    const activation = layerActivation(experiment, layer, layers);
    return [
      initialKernel(widths[layer] ?? 0, outputs, activation, experiment.seed, layer),
      new Float32Array(outputs),
    ];
  });
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
