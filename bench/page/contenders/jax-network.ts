// The bench's networks in jax-js: the objective as a function of the weights, in our layout.
import { nn, numpy as np } from '@jax-js/jax';
import type { LayerPlan, NetworkPlan } from '../../../src/catalog/architectures/plan';
import type { Experiment } from '../../../src/core/experiment/experiment';
import { foldPatches, patchesOf } from './jax-patches';

/** Kernel and bias of each layer in plan order; a kernel has as many rows as its layer's product needs. */
export type Weights = np.Array[];

/** Here a sigmoid and its gradient are 2e-35. */
const lowestSum = -80;

/** Our weights: a kernel is a matrix; a convolution's is `[height width wide, deep]`. */
export function jaxWeights({ layers }: NetworkPlan, weights: readonly Float32Array[]): Weights {
  return layers.flatMap(({ kernelShape }, i) => {
    const [kernel, bias] = [weights[2 * i], weights[2 * i + 1]] as Float32Array<ArrayBuffer>[] as [
      Float32Array<ArrayBuffer>,
      Float32Array<ArrayBuffer>,
    ];
    const columns = kernelShape.at(-1) ?? 1;
    return [np.array(kernel, { shape: [kernel.length / columns, columns] }), np.array(bias)];
  });
}

/**
 * The objective of a batch. Like every jax-js function it takes ownership of its arguments.
 * @param images `[batch, 784]`
 * @param noise `[batch, codeSize]` for a Gaussian code
 */
export function objective(
  { layers, codeBoundary, boundaries }: NetworkPlan,
  { batchSize }: Experiment,
  weights: Weights,
  images: np.Array,
  noise: np.Array | null,
): np.Array {
  const last = boundaries.length - 1;
  let flow = images.ref;
  let kl: np.Array | null = null;
  for (const [i, layer] of layers.entries()) {
    const [kernel, bias] = [weights[2 * i] as np.Array, weights[2 * i + 1] as np.Array];
    if (layer.name === 'zLogVar') continue;
    if (layer.name === 'zMean' && noise) {
      const mean = affine(layer, flow.ref, kernel, bias);
      const logVar = affine(layer, flow, weights[2 * i + 2] as np.Array, weights[2 * i + 3] as np.Array);
      kl = np
        .square(mean.ref)
        .add(np.exp(logVar.ref))
        .sub(logVar.ref)
        .sub(1)
        .sum()
        .mul(0.5 / batchSize);
      flow = mean.add(np.exp(logVar.mul(0.5)).mul(noise));
      continue;
    }
    const sums = affine(layer, flow, kernel, bias);
    const isHidden = layer.stage !== last && layer.stage !== codeBoundary;
    flow = isHidden ? nn.relu(sums) : sums;
  }
  // Its nn.sigmoid is 1 / (1 + exp(-z)), whose gradient is 0 times infinity below -88; at the border of the digits z gets there.
  if (kl === null) return np.square(nn.sigmoid(np.maximum(flow, lowestSum)).sub(images)).mean();
  // max(z, 0) - z x + log(1 + exp(-|z|)): nn.softplus overflows for large z.
  const softplus = np.log(np.exp(np.abs(flow.ref).neg()).add(1));
  const crossEntropy = nn.relu(flow.ref).sub(flow.mul(images)).add(softplus);
  return crossEntropy
    .sum()
    .mul(1 / batchSize)
    .add(kl);
}

/** A layer before its activation, `[batch, inputs]` to `[batch, outputs]`. */
function affine(layer: LayerPlan, from: np.Array, kernel: np.Array, bias: np.Array): np.Array {
  const { kind, inputShape, outputShape } = layer;
  const [batch = 0] = from.shape;
  if (kind === 'dense') return np.dot(from, kernel).add(bias);
  if (kind === 'convolution') {
    const patches = patchesOf(from.reshape([batch, ...inputShape]));
    return np.dot(patches, kernel).add(bias).reshape([batch, -1]);
  }
  const pixels = from.reshape([-1, inputShape[2] ?? 1]);
  const patches = np.dot(pixels, kernel.transpose());
  const [height = 0, width = 0, channels = 0] = outputShape;
  return foldPatches(patches, [batch, height, width, channels]).add(bias).reshape([batch, -1]);
}
