// Convolution of images, NHWC (assembly/convolution.ts), its gradients, and the transposed convolution.
//
// tfjs's own forward convolutions must not run on weights that are trained in place: they pack filter and bias on first
// use and keep that copy for the life of the tensor.
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { registerConvolutions, type Convolution } from '../../convolution-registration';
import { activationCodes } from './activation-kernels';
import { addressOf, type KernelModule } from '../kernel-module';
import { wasmRegistration } from '../kernel-registration';

/** Installs the kernels; returns a function that removes them. */
export function installConvolutionKernels(module: KernelModule): () => void {
  const { backend, exports } = module;
  const at = (tensor: TensorInfo | undefined) => (tensor ? addressOf(backend, tensor) : 0);
  return registerConvolutions(wasmRegistration, {
    convolve(_, convolution, x, filter, { activation, bias }) {
      if (!isChannelsLast(convolution)) return undefined;
      const code = codeOf(activation);
      return compute(module, convolution, convolution.outShape, (plan, y, scratch) =>
        exports.convolve(plan, at(x), at(filter), at(bias), code, y, scratch),
      );
    },
    inputGradient(_, convolution, dy, filter, { activation, bias }) {
      if (!isChannelsLast(convolution)) return undefined;
      const code = codeOf(activation);
      return compute(module, convolution, convolution.inShape, (plan, dx, scratch) =>
        exports.convolveInputGradient(plan, at(dy), at(filter), at(bias), code, dx, scratch),
      );
    },
    filterGradient(_, convolution, x, dy) {
      if (!isChannelsLast(convolution)) return undefined;
      return compute(module, convolution, convolution.filterShape, (plan, dFilter, scratch) =>
        exports.convolveFilterGradient(plan, at(x), at(dy), dFilter, scratch),
      );
    },
  });
}

function codeOf(activation: string): number {
  const codes: Partial<Record<string, number>> = activationCodes;
  const code = codes[activation];
  if (code === undefined) throw new Error(`FusedConv2D has no activation ${activation} here`);
  return code;
}

function isChannelsLast({ dataFormat }: Convolution): boolean {
  return dataFormat === 'channelsLast';
}

/** Bytes of a `ConvolutionPlan` in assembly/convolution-plan.ts, rounded up. */
const planBytes = 256;

/** Creates the output and a plan, and calls `run` to fill the output, with the scratch memory that the plan needs. */
function compute(
  { backend, exports, memory, recorder, withMemory }: KernelModule,
  convolution: Convolution,
  outShape: Convolution['outShape'],
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
