// A layer of the plan as a tfjs layer. Between a grid of feature maps and a flat list the numbers are only read in another
// shape; the layers that do so have no weights.
import { layers, type LayersModel, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { LayerPlan } from '../catalog/architectures/plan';
import type { ActivationId } from '../core/experiment';
import { sampleSize } from '../core/samples';
import { fused } from './fused-layers';

type Layer = LayersModel['layers'][number];

export interface PlannedLayer {
  plan: LayerPlan;
  /** The layer that has the weights. */
  layer: Layer;
  /** From the boundary before to the boundary after, in that one's shape. */
  apply(from: SymbolicTensor): SymbolicTensor;
}

/** @param linear leaves the activation out: the last layer gives logits */
export function planned(plan: LayerPlan, linear: boolean): PlannedLayer {
  const { name, kind, inputShape, outputShape } = plan;
  const activation = linear ? ('linear' as const) : plan.activation;
  const layer = fused(weighted(plan, activation), plan, activation);
  return {
    plan,
    layer,
    apply(from) {
      const fitting =
        kind === 'dense' ? flattened(from, `${name}-flat`) : shaped(from, inputShape, `${name}-grid`);
      const made = layer.apply(fitting) as SymbolicTensor;
      return kind === 'transposed'
        ? cropped(made, outputShape, name)
        : shaped(made, outputShape, `${name}-maps`);
    },
  };
}

function weighted({ name, kind, kernelShape, strides }: LayerPlan, activation: ActivationId): Layer {
  const common = { name, activation, kernelInitializer: 'zeros' as const };
  const [height = 1, width = 1, wide = 1, deep = 1] = kernelShape;
  if (kind === 'dense') return layers.dense({ ...common, units: width });
  const moving = { ...common, kernelSize: [height, width], strides: [...strides], padding: 'same' as const };
  return kind === 'convolution'
    ? layers.conv2d({ ...moving, filters: deep })
    : layers.conv2dTranspose({ ...moving, filters: wide });
}

/** The same numbers as one list for each image. */
export function flattened(tensor: SymbolicTensor, name: string): SymbolicTensor {
  return tensor.shape.length === 2 ? tensor : (layers.flatten({ name }).apply(tensor) as SymbolicTensor);
}

function shaped(tensor: SymbolicTensor, shape: readonly number[], name: string): SymbolicTensor {
  if (tensor.shape.length === shape.length + 1) return tensor;
  if (tensor.shape.slice(1).reduce((size: number, side) => size * (side ?? 1), 1) !== sampleSize(shape)) {
    throw new RangeError(`${name}: ${tensor.shape.join(' x ')} does not fill ${shape.join(' x ')}`);
  }
  return layers.reshape({ targetShape: [...shape], name }).apply(tensor) as SymbolicTensor;
}

/** A transposed convolution doubles; where the boundary is odd (14, 7, 4 backwards) the last row and column go. */
function cropped(
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
