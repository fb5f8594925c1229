// The network in plain loops and double precision, to hold the engine's against.
import { sigmoid } from '../../catalog/losses/loss';
import type { Checkpoint } from '../../core/engine-api';
import type { ActivationId } from '../../core/experiment';
import { layerActivation } from '../initial-weights';

const activate = {
  linear: (z) => z,
  relu: (z) => Math.max(0, z),
  elu: (z) => (z > 0 ? z : Math.exp(z) - 1),
  tanh: Math.tanh,
  sigmoid,
} satisfies Record<ActivationId | 'linear', (z: number) => number>;

/** Output of every layer for one input `[sampleSize]`: hidden layers, code, hidden layers, logits. */
export function plainLayers(
  { experiment, weights }: Pick<Checkpoint, 'experiment' | 'weights'>,
  input: ArrayLike<number>,
): number[][] {
  const layers = weights.length / 2;
  const outputs: number[][] = [];
  let values = Array.from(input);
  for (let layer = 0; layer < layers; layer++) {
    const kernel = weights[2 * layer] ?? new Float32Array(0); // [inputs, outputs]
    const bias = weights[2 * layer + 1] ?? new Float32Array(0);
    const activation = activate[layerActivation(experiment, layer, layers)];
    values = Array.from(bias, (offset, unit) => {
      let sum = offset;
      for (let i = 0; i < values.length; i++) sum += (values[i] ?? 0) * (kernel[i * bias.length + unit] ?? 0);
      return activation(sum);
    });
    outputs.push(values);
  }
  return outputs;
}

/** The reconstruction of one input `[sampleSize]`, pixels in (0, 1). */
export function plainReconstruction(
  checkpoint: Pick<Checkpoint, 'experiment' | 'weights'>,
  input: ArrayLike<number>,
): number[] {
  return (plainLayers(checkpoint, input).at(-1) ?? []).map(sigmoid);
}
