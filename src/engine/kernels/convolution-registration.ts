// Registers a backend's convolutions of images: tfjs's kernels turn inputs and attributes into one description of the convolution,
// with which each backend computes.
import {
  backend_util,
  Conv2D,
  Conv2DBackpropFilter,
  Conv2DBackpropInput,
  FusedConv2D,
  util,
  type Conv2DAttrs,
  type Conv2DBackpropFilterAttrs,
  type Conv2DBackpropFilterInputs,
  type Conv2DBackpropInputAttrs,
  type Conv2DBackpropInputInputs,
  type Conv2DInputs,
  type FusedConv2DAttrs,
  type FusedConv2DInputs,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { KernelRegistration } from './kernel-registration';
import { FusedTransposedConvolution, type FusedTransposedConvolutionAttrs } from './training-kernels';

export type Convolution = backend_util.Conv2DInfo;
type Shape4D = [number, number, number, number];

/** What follows the sums of a convolution. */
export interface LastStep {
  /** As tfjs names it. */
  activation: string;
  /** `[channels]` of the output. */
  bias?: TensorInfo;
}

/**
 * A backend's convolutions. Shapes are checked already. Each may return undefined: then tfjs's own kernel runs, or, where it has
 * none, the kernel throws.
 */
export interface Convolutions<Backend> {
  /** activation(convolution of x + bias), `convolution.outShape`. */
  convolve: (
    backend: Backend,
    convolution: Convolution,
    x: TensorInfo,
    filter: TensorInfo,
    last: LastStep,
  ) => TensorInfo | undefined;
  /** The gradient with respect to the input, `convolution.inShape`; with a last step the transposed convolution. */
  inputGradient: (
    backend: Backend,
    convolution: Convolution,
    dy: TensorInfo,
    filter: TensorInfo,
    last: LastStep,
  ) => TensorInfo | undefined;
  /** The gradient with respect to the filter, `convolution.filterShape`. */
  filterGradient: (
    backend: Backend,
    convolution: Convolution,
    x: TensorInfo,
    dy: TensorInfo,
  ) => TensorInfo | undefined;
}

const noLastStep: LastStep = { activation: 'linear' };

/** Installs the kernels; returns a function that removes them. */
export function registerConvolutions<Backend>(
  { replaceKernel, addKernel, replaceOrAddKernel }: KernelRegistration<Backend>,
  { convolve, inputGradient, filterGradient }: Convolutions<Backend>,
): () => void {
  const restore = [
    replaceKernel<Conv2DInputs, Conv2DAttrs>(Conv2D, ({ inputs: { x, filter }, attrs, backend }) =>
      convolve(backend, convolutionOf(x.shape, filter.shape, attrs, attrs.dilations), x, filter, noLastStep),
    ),
    replaceKernel<FusedConv2DInputs, FusedConv2DAttrs>(FusedConv2D, ({ inputs, attrs, backend }) => {
      const { x, filter, bias } = inputs as FusedConv2DInputs;
      const convolution = convolutionOf(x.shape, filter.shape, attrs, attrs.dilations);
      if (bias) util.assertShapesMatch(bias.shape, [convolution.outChannels], 'FusedConv2D, bias: ');
      return convolve(backend, convolution, x, filter, {
        activation: attrs.activation,
        ...(bias && { bias }),
      });
    }),
    replaceKernel<Conv2DBackpropInputInputs, Conv2DBackpropInputAttrs>(
      Conv2DBackpropInput,
      ({ inputs: { dy, filter }, attrs, backend }) => {
        const convolution = convolutionOf(attrs.inputShape, filter.shape, attrs);
        util.assertShapesMatch(dy.shape, convolution.outShape, 'Conv2DBackpropInput, dy: ');
        return inputGradient(backend, convolution, dy, filter, noLastStep);
      },
    ),
    // tfjs has none on WASM (tensorflow/tfjs#8474)
    replaceOrAddKernel<Conv2DBackpropFilterInputs, Conv2DBackpropFilterAttrs>(
      Conv2DBackpropFilter,
      ({ inputs: { x, dy }, attrs, backend }) => {
        const convolution = convolutionOf(x.shape, attrs.filterShape, attrs);
        util.assertShapesMatch(dy.shape, convolution.outShape, 'Conv2DBackpropFilter, dy: ');
        return filterGradient(backend, convolution, x, dy);
      },
    ),
    addKernel<Record<'x' | 'filter' | 'bias', TensorInfo>, FusedTransposedConvolutionAttrs>(
      FusedTransposedConvolution,
      ({ inputs: { x, filter, bias }, attrs: { strides, pad, outShape, activation }, backend }) => {
        const convolution = convolutionOf(outShape, filter.shape, { strides, pad, dataFormat: 'NHWC' });
        util.assertShapesMatch(x.shape, convolution.outShape, 'FusedTransposedConvolution, x: ');
        util.assertShapesMatch(bias.shape, [convolution.inChannels], 'FusedTransposedConvolution, bias: ');
        const y = inputGradient(backend, convolution, x, filter, { activation, bias });
        if (!y) throw new Error(`FusedTransposedConvolution cannot make [${outShape.join()}]`);
        return y;
      },
    ),
  ];
  return () => restore.forEach((undo) => undo());
}

function convolutionOf(
  inShape: number[],
  filterShape: number[],
  { strides, pad, dimRoundingMode, dataFormat }: Omit<Conv2DAttrs, 'dilations'>,
  dilations: Conv2DAttrs['dilations'] = 1,
): Convolution {
  return backend_util.computeConv2DInfo(
    inShape as Shape4D,
    filterShape as Shape4D,
    strides,
    dilations,
    pad,
    dimRoundingMode,
    false,
    backend_util.convertConv2DDataFormat(dataFormat),
  );
}
