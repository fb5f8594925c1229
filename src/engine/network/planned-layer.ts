// Builds a layer of the plan as a tfjs layer. Between a grid of feature maps and a flat vector, layers without weights reshape
// the numbers.
import * as tf from '@tensorflow/tfjs-core';
import { layers, type LayersModel, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { LayerPlan } from '../../catalog/architectures/plan';
import type { ActivationId } from '../../core/experiment/experiment';
import { sampleSize } from '../../core/samples/samples';
import { fuseLayer } from './fused-layers';

type Layer = LayersModel['layers'][number];

export interface PlannedLayer {
  plan: LayerPlan;
  /** The layer with the weights. */
  layer: Layer;
  /** Maps the boundary before to the boundary after, in the latter's shape. */
  apply(from: SymbolicTensor): SymbolicTensor;
  /** The same with numbers. Call inside `tf.tidy`. */
  run(from: tf.Tensor): tf.Tensor;
}

/** @param linear omits the activation, since the last layer outputs logits */
export function buildLayer(plan: LayerPlan, linear: boolean): PlannedLayer {
  const { name, kind, inputShape, outputShape } = plan;
  const activation = linear ? ('linear' as const) : plan.activation;
  const layer = fuseLayer(weightedLayer(plan, activation), plan, activation);
  return {
    plan,
    layer,
    run(from) {
      const [batch] = from.shape as [number];
      const fitting = tf.reshape(from, [batch, ...(kind === 'dense' ? [-1] : inputShape)]);
      const made = layer.apply(fitting) as tf.Tensor;
      // What a transposed convolution makes beyond its boundary is the last row and column.
      return kind === 'transposed'
        ? tf.slice(made, 0, [batch, ...outputShape])
        : tf.reshape(made, [batch, ...outputShape]);
    },
    apply(from) {
      const fitting =
        kind === 'dense' ? flatten(from, `${name}-flat`) : reshape(from, inputShape, `${name}-grid`);
      const made = layer.apply(fitting) as SymbolicTensor;
      return kind === 'transposed'
        ? crop(made, outputShape, name)
        : reshape(made, outputShape, `${name}-maps`);
    },
  };
}

function weightedLayer({ name, kind, kernelShape, strides }: LayerPlan, activation: ActivationId): Layer {
  const common = { name, activation, kernelInitializer: 'zeros' as const };
  const [height = 1, width = 1, wide = 1, deep = 1] = kernelShape;
  if (kind === 'dense') return layers.dense({ ...common, units: width });
  const moving = { ...common, kernelSize: [height, width], strides: [...strides], padding: 'same' as const };
  return kind === 'convolution'
    ? layers.conv2d({ ...moving, filters: deep })
    : layers.conv2dTranspose({ ...moving, filters: wide });
}

/** Flattens each image to a vector. */
export function flatten(tensor: SymbolicTensor, name: string): SymbolicTensor {
  return tensor.shape.length === 2 ? tensor : (layers.flatten({ name }).apply(tensor) as SymbolicTensor);
}

function reshape(tensor: SymbolicTensor, shape: readonly number[], name: string): SymbolicTensor {
  if (tensor.shape.length === shape.length + 1) return tensor;
  if (tensor.shape.slice(1).reduce((size: number, side) => size * (side ?? 1), 1) !== sampleSize(shape)) {
    throw new RangeError(`${name}: ${tensor.shape.join(' x ')} does not fill ${shape.join(' x ')}`);
  }
  return layers.reshape({ targetShape: [...shape], name }).apply(tensor) as SymbolicTensor;
}

/** A transposed convolution doubles its input; where the boundary is odd (14, 7, 4 backwards), crop the last row and column. */
function crop(
  tensor: SymbolicTensor,
  [height = 1, width = 1]: readonly number[],
  name: string,
): SymbolicTensor {
  const rows = (tensor.shape[1] ?? height) - height;
  const columns = (tensor.shape[2] ?? width) - width;
  if (rows === 0 && columns === 0) return tensor;
  const cropping: [[number, number], [number, number]] = [
    [0, rows],
    [0, columns],
  ];
  return layers.cropping2D({ cropping, name: `${name}-cropped` }).apply(tensor) as SymbolicTensor;
}
