// Dense and convolutional layers with one kernel per direction. When recording gradients, tfjs splits product, bias and
// activation, because its fused kernels have no gradient. This file defines the gradient and makes the layers of tfjs-layers
// call the fused kernels. The models stay plain Keras: how a layer computes is not part of the saved model.
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { LayerPlan } from '../../catalog/architectures/plan';
import {
  ActivationGradient,
  DenseInputGradient,
  DenseWeightsGradient,
  FusedTransposedConvolution,
  hasKernel,
  runKernel,
  runKernelForList,
  type FusedActivation,
  type FusedTransposedConvolutionAttrs,
} from '../kernels/training-kernels';

type Layer = LayersModel['layers'][number];

/** The attributes of tfjs's `FusedConv2D` that are used here. */
interface ConvolutionAttrs {
  strides: [number, number];
  pad: 'same';
  dataFormat: 'NHWC';
  dilations: 1;
  activation: FusedActivation;
}

/** Makes a layer, which must have a bias, compute with one fused kernel; returns the layer. */
export function fuseLayer(
  layer: Layer,
  { kind, strides: [strideY, strideX] }: LayerPlan,
  activation: FusedActivation,
): Layer {
  // tfjs's fused kernels have no tanh
  const inside = activation === 'tanh' ? 'linear' : activation;
  const strides: [number, number] = [strideY, strideX];
  const plain = layer.call.bind(layer);
  layer.call = (inputs, options) =>
    tf.tidy(() => {
      if (kind === 'transposed' && !hasKernel(FusedTransposedConvolution)) return plain(inputs, options);
      registerGradients();
      const x = [inputs].flat()[0] as tf.Tensor;
      const [kernel, bias] = layer.weights.map((weight) => weight.read()) as [tf.Tensor, tf.Tensor];
      const made = computed[kind](x, kernel, bias, strides, inside);
      return activation === inside ? made : tf.tanh(made);
    });
  return layer;
}

const computed = {
  dense: (x, kernel, bias, _, activation) => dense(x, kernel, bias, activation),
  convolution,
  transposed: transposedConvolution,
} satisfies Record<
  LayerPlan['kind'],
  (
    x: tf.Tensor,
    kernel: tf.Tensor,
    bias: tf.Tensor,
    strides: [number, number],
    activation: FusedActivation,
  ) => tf.Tensor
>;

/** activation(x kernel + bias), `[batch, units]` of `[batch, inputs]`. */
function dense(x: tf.Tensor, kernel: tf.Tensor, bias: tf.Tensor, activation: FusedActivation): tf.Tensor {
  const attrs = { transposeA: false, transposeB: false, activation };
  // On WASM, tfjs's own kernel handles only batches of matrices and reads out of bounds on anything else.
  if (tf.getBackend() !== 'wasm' || hasKernel(ActivationGradient))
    return runKernel(tf._FusedMatMul, { a: x, b: kernel, bias }, attrs);
  const batches = { a: tf.expandDims(x, 0), b: tf.expandDims(kernel, 0), bias };
  return tf.squeeze(runKernel(tf._FusedMatMul, batches, attrs), [0]);
}

/** activation(x * filter + bias), same padding, NHWC. */
function convolution(
  x: tf.Tensor,
  filter: tf.Tensor,
  bias: tf.Tensor,
  strides: [number, number],
  activation: FusedActivation,
): tf.Tensor {
  const attrs: ConvolutionAttrs = { strides, pad: 'same', dataFormat: 'NHWC', dilations: 1, activation };
  return runKernel(tf.FusedConv2D, { x, filter, bias }, attrs);
}

/** The same for a transposed convolution, which scales its input up by the strides. */
function transposedConvolution(
  x: tf.Tensor,
  filter: tf.Tensor,
  bias: tf.Tensor,
  strides: [number, number],
  activation: FusedActivation,
): tf.Tensor {
  const [batch = 0, height = 0, width = 0] = x.shape;
  const attrs: FusedTransposedConvolutionAttrs = {
    strides,
    pad: 'same',
    outShape: [batch, height * strides[0], width * strides[1], filter.shape[2] ?? 0],
    activation,
  };
  return runKernel(FusedTransposedConvolution, { x, filter, bias }, attrs);
}

let registered = false;

/** Registers the missing gradients. tfjs has none for fused kernels, because its own ops split them first. */
function registerGradients(): void {
  if (registered) return;
  registered = true;
  tf.registerGradient({
    kernelName: tf._FusedMatMul,
    inputsToSave: ['a', 'b'],
    outputsToSave: [true],
    gradFunc(dy, saved, attrs) {
      const [a, b, y] = saved as [tf.Tensor, tf.Tensor, tf.Tensor];
      const { activation } = attrs as unknown as { activation: FusedActivation };
      if (hasKernel(DenseInputGradient) && y.rank === 2)
        return fusedDenseGradients(dy as tf.Tensor, a, b, y, activation);
      const dz = throughActivation(dy as tf.Tensor, y, activation);
      return {
        a: () => tf.matMul(dz, b, false, true),
        b: () => tf.matMul(a, dz, true, false),
        bias: () => tf.sum(dz, dz.rank === 3 ? [0, 1] : 0),
      };
    },
  });
  tf.registerGradient({
    kernelName: tf.FusedConv2D,
    inputsToSave: ['x', 'filter'],
    outputsToSave: [true],
    gradFunc(dy, saved, attrs) {
      const [x, filter, y] = saved as [tf.Tensor, tf.Tensor, tf.Tensor];
      const { activation, strides, pad, dataFormat } = attrs as unknown as ConvolutionAttrs;
      const dz = throughActivation(dy as tf.Tensor, y, activation);
      const place = { strides, pad, dataFormat };
      return {
        x: () => runKernel(tf.Conv2DBackpropInput, { dy: dz, filter }, { ...place, inputShape: x.shape }),
        filter: () =>
          runKernel(tf.Conv2DBackpropFilter, { x, dy: dz }, { ...place, filterShape: filter.shape }),
        bias: () => tf.sum(dz, [0, 1, 2]),
      };
    },
  });
  tf.registerGradient({
    kernelName: FusedTransposedConvolution,
    inputsToSave: ['x', 'filter'],
    outputsToSave: [true],
    gradFunc(dy, saved, attrs) {
      const [x, filter, y] = saved as [tf.Tensor, tf.Tensor, tf.Tensor];
      const { activation, strides, pad } = attrs as unknown as FusedTransposedConvolutionAttrs;
      const dz = throughActivation(dy as tf.Tensor, y, activation);
      const place = { strides, pad, dataFormat: 'NHWC' };
      return {
        x: () => runKernel(tf.Conv2D, { x: dz, filter }, { ...place, dilations: 1 }),
        filter: () =>
          runKernel(tf.Conv2DBackpropFilter, { x: dz, dy: x }, { ...place, filterShape: filter.shape }),
        bias: () => tf.sum(dz, [0, 1, 2]),
      };
    },
  });
}

/** The gradients of a dense layer where the activation's is part of their kernels. */
function fusedDenseGradients(
  dy: tf.Tensor,
  x: tf.Tensor,
  kernel: tf.Tensor,
  y: tf.Tensor,
  activation: FusedActivation,
) {
  const ofWeights = () => runKernelForList(DenseWeightsGradient, { x, dy, y }, { activation });
  let ofBias: tf.Tensor | null = null;
  return {
    a: () => runKernel(DenseInputGradient, { dy, y, kernel }, { activation }),
    // tfjs asks in this order, and disposes of what a function made besides its result.
    b() {
      const [ofKernel, other] = ofWeights() as [tf.Tensor, tf.Tensor];
      ofBias = tf.keep(other);
      return ofKernel;
    },
    bias() {
      if (!ofBias) return ofWeights()[1] as tf.Tensor;
      const result = tf.clone(ofBias);
      ofBias.dispose();
      ofBias = null;
      return result;
    },
  };
}

/** The gradient with respect to an activation's input, from the gradient with respect to its output `y`. */
function throughActivation(dy: tf.Tensor, y: tf.Tensor, activation: FusedActivation): tf.Tensor {
  if (activation === 'linear') return dy;
  if (hasKernel(ActivationGradient)) return runKernel(ActivationGradient, { dy, y }, { activation });
  return tf.tidy(() => tf.mul(dy, slopes[activation](y)));
}

/** The derivative of each activation in terms of its output. */
const slopes = {
  relu: (y) => tf.step(y),
  sigmoid: (y) => tf.mul(y, tf.sub(1, y)),
  tanh: (y) => tf.sub(1, tf.square(y)),
  elu: (y) => tf.add(tf.minimum(y, 0), 1),
} satisfies Record<Exclude<FusedActivation, 'linear'>, (y: tf.Tensor) => tf.Tensor>;
