// Convolutions of images in NHWC and their gradients: `Conv2D`, `FusedConv2D`, `Conv2DBackpropInput`, `Conv2DBackpropFilter` and
// `FusedTransposedConvolution`, two programs each. tfjs copies patches into a matrix, multiplies, and adds bias and activation in
// programs of their own; its gradients read one number at a time. Here one run computes a block of texels, each into its own layer, and
// a second program brings the layers together, with bias and activation.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import {
  backend_util,
  Conv2D,
  Conv2DBackpropFilter,
  Conv2DBackpropInput,
  FusedConv2D,
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
import { FusedTransposedConvolution, type FusedTransposedConvolutionAttrs } from '../../training-kernels';
import { addKernel, replaceKernel } from '../kernel-registration';
import { isCovered, type ProductActivation } from '../products/matrix-product-glsl';
import { filterGradient } from './filter-gradient';
import { imageOf, type LastStep } from './image';

export type Convolution = backend_util.Conv2DInfo;
type Shape4D = [number, number, number, number];

/** Installs the kernels; returns a function that removes them. */
export function installConvolutions(): () => void {
  const restore = [
    replaceKernel<Conv2DInputs, Conv2DAttrs>(Conv2D, ({ inputs: { x, filter }, attrs, backend }) =>
      convolve(backend, x, filter, attrs, { activation: 'linear' }),
    ),
    replaceKernel<FusedConv2DInputs, FusedConv2DAttrs>(FusedConv2D, ({ inputs, attrs, backend }) => {
      const { x, filter, bias, preluActivationWeights } = inputs as FusedConv2DInputs;
      const activation: string = attrs.activation;
      if (preluActivationWeights || !isCovered(activation)) return undefined;
      return convolve(backend, x, filter, attrs, { activation, ...(bias && { bias }) });
    }),
    replaceKernel<Conv2DBackpropInputInputs, Conv2DBackpropInputAttrs>(
      Conv2DBackpropInput,
      ({ inputs: { dy, filter }, attrs, backend }) => {
        const convolution = convolutionOf(attrs.inputShape, filter.shape as Shape4D, attrs);
        return isCoveredShape(convolution)
          ? imageOf(backend, 'up', convolution, dy, filter, { activation: 'linear' })
          : undefined;
      },
    ),
    replaceKernel<Conv2DBackpropFilterInputs, Conv2DBackpropFilterAttrs>(
      Conv2DBackpropFilter,
      ({ inputs: { x, dy }, attrs, backend }) => {
        const convolution = convolutionOf(x.shape as Shape4D, attrs.filterShape, attrs);
        return isCoveredShape(convolution) ? filterGradient(backend, convolution, x, dy) : undefined;
      },
    ),
    addKernel<Record<'x' | 'filter' | 'bias', TensorInfo>, FusedTransposedConvolutionAttrs>(
      FusedTransposedConvolution,
      ({ inputs: { x, filter, bias }, attrs: { strides, pad, outShape, activation }, backend }) => {
        const convolution = convolutionOf(outShape, filter.shape as Shape4D, {
          strides,
          pad,
          dataFormat: 'NHWC',
        });
        const last = { activation: activation as ProductActivation, bias };
        return imageOf(backend, 'up', convolution, x, filter, last);
      },
    ),
  ];
  return () => restore.forEach((undo) => undo());
}

function convolve(
  backend: MathBackendWebGL,
  x: TensorInfo,
  filter: TensorInfo,
  attrs: Conv2DAttrs | FusedConv2DAttrs,
  last: LastStep,
): TensorInfo | undefined {
  const convolution = convolutionOf(x.shape as Shape4D, filter.shape as Shape4D, attrs, attrs.dilations);
  const floats = [x, filter].every(({ dtype }) => dtype === 'float32');
  return floats && isCoveredShape(convolution)
    ? imageOf(backend, 'down', convolution, x, filter, last)
    : undefined;
}

function convolutionOf(
  inShape: Shape4D,
  filterShape: Shape4D,
  { strides, pad, dimRoundingMode, dataFormat }: Omit<Conv2DAttrs, 'dilations'>,
  dilations: Conv2DAttrs['dilations'] = 1,
): Convolution {
  return backend_util.computeConv2DInfo(
    inShape,
    filterShape,
    strides,
    dilations,
    pad,
    dimRoundingMode,
    false,
    backend_util.convertConv2DDataFormat(dataFormat),
  );
}

/** The largest filter, along a row: its columns have a target each. */
const widest = 4;

function isCoveredShape(convolution: Convolution): boolean {
  const { dataFormat, dilationHeight, dilationWidth, filterWidth, strideWidth } = convolution;
  const sides = [convolution.inShape, convolution.filterShape, convolution.outShape].flat();
  return (
    dataFormat === 'channelsLast' &&
    dilationHeight === 1 &&
    dilationWidth === 1 &&
    filterWidth <= widest &&
    strideWidth <= widest &&
    !sides.includes(0)
  );
}
