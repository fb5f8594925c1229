// Convolution of images, NHWC (assembly/convolution.ts): `Conv2D`, `FusedConv2D`, `Conv2DBackpropInput` (also the transposed
// convolution) and `Conv2DBackpropFilter`, which tfjs lacks on this backend (tensorflow/tfjs#8474).
//
// tfjs's own forward convolutions must not run on weights that are trained in place: they pack filter and bias on first
// use and keep that copy for the life of the tensor.
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
import { FusedTransposedConvolution, type FusedTransposedConvolutionAttrs } from '../../training-kernels';
import { activationCodes } from './activation-kernels';
import { addressOf, type KernelModule } from '../kernel-module';
import { addKernel, replaceKernel } from '../kernel-registration';

type Shape4D = [number, number, number, number];
type Convolution = backend_util.Conv2DInfo;

/** Installs the kernels; returns a function that removes them. */
export function installConvolutionKernels(module: KernelModule): () => void {
  const restore = [
    replaceKernel<Conv2DInputs, Conv2DAttrs>(Conv2D, ({ inputs: { x, filter }, attrs }) => {
      const convolution = convolutionOf(x.shape, filter.shape, attrs, attrs.dilations);
      return isChannelsLast(convolution) ? convolve(module, convolution, x, filter) : undefined;
    }),
    replaceKernel<FusedConv2DInputs, FusedConv2DAttrs>(FusedConv2D, ({ inputs, attrs }) => {
      const { x, filter, bias } = inputs as FusedConv2DInputs;
      const convolution = convolutionOf(x.shape, filter.shape, attrs, attrs.dilations);
      if (!isChannelsLast(convolution)) return undefined;
      if (bias) util.assertShapesMatch(bias.shape, [convolution.outChannels], 'FusedConv2D, bias: ');
      const codes: Partial<Record<string, number>> = activationCodes;
      const code = codes[attrs.activation];
      if (code === undefined) throw new Error(`FusedConv2D has no activation ${attrs.activation} here`);
      return convolve(module, convolution, x, filter, bias, code);
    }),
    replaceKernel<Conv2DBackpropInputInputs, Conv2DBackpropInputAttrs>(
      Conv2DBackpropInput,
      ({ inputs: { dy, filter }, attrs }) => {
        const convolution = convolutionOf(attrs.inputShape, filter.shape, attrs);
        return isChannelsLast(convolution) ? inputGradient(module, convolution, dy, filter) : undefined;
      },
    ),
    addKernel<Conv2DBackpropFilterInputs, Conv2DBackpropFilterAttrs>(
      Conv2DBackpropFilter,
      ({ inputs: { x, dy }, attrs }) => {
        const convolution = convolutionOf(x.shape, attrs.filterShape, attrs);
        if (!isChannelsLast(convolution)) throw new Error('Conv2DBackpropFilter needs images in NHWC');
        return filterGradient(module, convolution, x, dy);
      },
    ),
    addKernel<Record<'x' | 'filter' | 'bias', TensorInfo>, FusedTransposedConvolutionAttrs>(
      FusedTransposedConvolution,
      ({ inputs: { x, filter, bias }, attrs: { strides, pad, outShape, activation } }) => {
        const convolution = convolutionOf(outShape, filter.shape, { strides, pad, dataFormat: 'NHWC' });
        util.assertShapesMatch(bias.shape, [convolution.inChannels], 'FusedTransposedConvolution, bias: ');
        const y = inputGradient(module, convolution, x, filter);
        const { backend, exports, recorder } = module;
        const rows = util.sizeFromShape(outShape.slice(0, 3));
        recorder.write(y, () => {
          const [from, to] = [addressOf(backend, bias), addressOf(backend, y)];
          exports.addBias(activationCodes[activation], rows, convolution.inChannels, from, to);
        });
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

function isChannelsLast({ dataFormat }: Convolution): boolean {
  return dataFormat === 'channelsLast';
}

function convolve(
  module: KernelModule,
  convolution: Convolution,
  x: TensorInfo,
  filter: TensorInfo,
  bias?: TensorInfo,
  activation: number = activationCodes.linear,
): TensorInfo {
  const { backend, exports } = module;
  return compute(module, convolution, convolution.outShape, (plan, y, scratch) => {
    const biasAddress = bias ? addressOf(backend, bias) : 0;
    const [from, weights] = [addressOf(backend, x), addressOf(backend, filter)];
    exports.convolve(plan, from, weights, biasAddress, activation, y, scratch);
  });
}

function inputGradient(
  module: KernelModule,
  convolution: Convolution,
  dy: TensorInfo,
  filter: TensorInfo,
): TensorInfo {
  util.assertShapesMatch(dy.shape, convolution.outShape, 'Conv2DBackpropInput, dy: ');
  const { backend, exports } = module;
  return compute(module, convolution, convolution.inShape, (plan, dx, scratch) =>
    exports.convolveInputGradient(plan, addressOf(backend, dy), addressOf(backend, filter), dx, scratch),
  );
}

function filterGradient(
  module: KernelModule,
  convolution: Convolution,
  x: TensorInfo,
  dy: TensorInfo,
): TensorInfo {
  util.assertShapesMatch(dy.shape, convolution.outShape, 'Conv2DBackpropFilter, dy: ');
  const { backend, exports } = module;
  return compute(module, convolution, convolution.filterShape, (plan, dFilter, scratch) =>
    exports.convolveFilterGradient(plan, addressOf(backend, x), addressOf(backend, dy), dFilter, scratch),
  );
}

/** Bytes of a `ConvolutionPlan` in assembly/convolution-plan.ts, rounded up. */
const planBytes = 256;

/** Creates the output and a plan, and calls `run` to fill the output, with the scratch memory that the plan needs. */
function compute(
  { backend, exports, memory, recorder, withMemory }: KernelModule,
  convolution: Convolution,
  outShape: Shape4D,
  run: (plan: number, out: number, scratch: number) => void,
): TensorInfo {
  const out = backend.makeOutput(outShape, 'float32');
  const { inShape, filterShape } = convolution;
  if ([inShape, filterShape, convolution.outShape].some((sides) => sides.includes(0))) {
    backend.typedArrayFromHeap(out).fill(0);
    return out;
  }
  const shape = planShape(convolution);
  recorder.write(out, () => {
    withMemory(planBytes, (plan) => {
      new Uint32Array(memory.buffer, plan, shape.length).set(shape);
      withMemory(exports.planConvolution(plan), (scratch) => {
        run(plan, addressOf(backend, out), scratch);
      });
    });
  });
  return out;
}

/** The first fields of a `ConvolutionPlan`, in order. */
function planShape(convolution: Convolution): number[] {
  return [
    convolution.batchSize,
    convolution.inHeight,
    convolution.inWidth,
    convolution.inChannels,
    convolution.filterHeight,
    convolution.filterWidth,
    convolution.outHeight,
    convolution.outWidth,
    convolution.outChannels,
    convolution.strideHeight,
    convolution.strideWidth,
    convolution.dilationHeight,
    convolution.dilationWidth,
    convolution.padInfo.top,
    convolution.padInfo.left,
  ];
}
