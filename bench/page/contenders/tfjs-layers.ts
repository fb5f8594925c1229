// The layers of a plan as one would write them in tfjs: one tfjs layer each, activation included.
import * as tf from '@tensorflow/tfjs-core';
import { layers, type LayersModel } from '@tensorflow/tfjs-layers';
import type { LayerPlan } from '../../../src/catalog/architectures/plan';

export type Layer = LayersModel['layers'][number];

export interface BuiltLayer {
  /** The layer with the weights. */
  weighted: Layer;
  /** That layer, with any reshaping before or after it. */
  chain: Layer[];
}

/** A layer of the plan in tfjs. */
export function layersOf({
  kind,
  name,
  kernelShape,
  strides,
  activation,
  inputShape,
  outputShape,
}: LayerPlan): BuiltLayer {
  const [height = 1, width = 1, wide = 1, deep = 1] = kernelShape;
  if (kind === 'dense') {
    const weighted = layers.dense({ name, units: width, activation });
    const before = inputShape.length > 1 ? [layers.flatten()] : [];
    const after = outputShape.length > 1 ? [layers.reshape({ targetShape: [...outputShape] })] : [];
    return { weighted, chain: [...before, weighted, ...after] };
  }
  const moving = {
    name,
    activation,
    kernelSize: [height, width],
    strides: [...strides],
    padding: 'same' as const,
  };
  const weighted =
    kind === 'convolution'
      ? layers.conv2d({ ...moving, filters: deep })
      : layers.conv2dTranspose({ ...moving, filters: wide });
  return { weighted, chain: [weighted] };
}

/** Sets kernel `2 i` and bias `2 i + 1` of layer `i`. */
export function setWeights(weighted: readonly Layer[], weights: readonly Float32Array[]): void {
  weighted.forEach((layer, i) => {
    tf.tidy(() =>
      layer.setWeights(
        layer.getWeights().map(({ shape }, k) => tf.tensor(weights[2 * i + k] as Float32Array, shape)),
      ),
    );
  });
}
