// Times a convolution of the WASM backend, as the layers of the models call it, its gradients, and the transposed convolution.
import * as tf from '@tensorflow/tfjs-core';
import { FusedTransposedConvolution, runKernel } from '../../src/engine/kernels/training-kernels';
import { median } from '../numbers.mjs';

type Shape4D = [number, number, number, number];

export interface ConvolutionShape {
  /** `[batch, height, width, channels]` */
  x: Shape4D;
  /** `[height, width, channels, channels out]` */
  filter: Shape4D;
  strides: [number, number];
}

export interface ConvolutionTimes {
  /** With bias and ReLU. */
  forward: number;
  filterGradient: number;
  inputGradient: number;
  /** The transposed convolution back to the shape of `x`, with bias and ReLU. */
  transposed: number;
}

/** Median milliseconds of each kernel, padding `same`. The kernels take turns. */
export function convolutionTimes({
  x: xShape,
  filter: filterShape,
  strides,
}: ConvolutionShape): ConvolutionTimes {
  const pad = 'same';
  const { outShape } = tf.backend_util.computeConv2DInfo(xShape, filterShape, strides, 1, pad);
  const x = tf.randomUniform<tf.Rank.R4>(xShape);
  const filter = tf.randomUniform<tf.Rank.R4>(filterShape, -1, 1);
  const dy = tf.randomUniform<tf.Rank.R4>(outShape, -1, 1);
  const bias = tf.zeros<tf.Rank.R1>([filterShape[3]]);
  const transposedBias = tf.zeros([filterShape[2]]);
  const attrs = { strides, pad, dataFormat: 'NHWC', dilations: 1 };
  const kernels: Record<keyof ConvolutionTimes, () => tf.Tensor> = {
    forward: () => tf.fused.conv2d({ x, filter, strides, pad, bias, activation: 'relu' }),
    filterGradient: () => run(tf.Conv2DBackpropFilter, { x, dy }, { ...attrs, filterShape }),
    inputGradient: () => run(tf.Conv2DBackpropInput, { dy, filter }, { ...attrs, inputShape: xShape }),
    transposed: () =>
      runKernel(
        FusedTransposedConvolution,
        { x: dy, filter, bias: transposedBias },
        { strides, pad, outShape: xShape, activation: 'relu' },
      ),
  };
  const names = Object.keys(kernels) as (keyof ConvolutionTimes)[];
  const times = { forward: [], filterGradient: [], inputGradient: [], transposed: [] } as Record<
    keyof ConvolutionTimes,
    number[]
  >;
  const calls = { ...times } as unknown as Record<keyof ConvolutionTimes, number>;
  for (const name of names) {
    for (let call = 0; call < 30; call++) kernels[name]().dispose();
    const startedMs = performance.now();
    for (let call = 0; call < 10; call++) kernels[name]().dispose();
    calls[name] = Math.max(1, Math.round(30 / (performance.now() - startedMs)));
  }
  for (let turn = 0; turn < 41; turn++) {
    for (const name of names) {
      const startedMs = performance.now();
      for (let call = 0; call < calls[name]; call++) kernels[name]().dispose();
      times[name].push((performance.now() - startedMs) / calls[name]);
    }
  }
  tf.dispose([x, filter, dy, bias, transposedBias]);
  return {
    forward: median(times.forward),
    filterGradient: median(times.filterGradient),
    inputGradient: median(times.inputGradient),
    transposed: median(times.transposed),
  };
}

function run(kernel: string, inputs: tf.NamedTensorMap, attrs: tf.NamedAttrMap): tf.Tensor {
  return tf.engine().runKernel(kernel, inputs, attrs);
}
