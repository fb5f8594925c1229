// Kernels that update a weight in place, in one pass over the weight, its gradient and its running averages.
//
// They write into the memory of `param` and the averages, so anything that shares that memory (a clone or a reshape of the
// weight) changes too; copy what has to stay. They return no tensor, so tfjs has nothing to track.
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, type KernelModule } from '../kernel-module';
import { addKernel } from '../kernel-registration';

/** Names of the kernels; call them with `tf.engine().runKernel(name, inputs, attrs)`. All inputs have one shape. */
export const AdamUpdate = 'AdamUpdate';
export const RmsPropUpdate = 'RmsPropUpdate';
export const MomentumUpdate = 'MomentumUpdate';

interface AdamInputs {
  param: TensorInfo;
  gradient: TensorInfo;
  firstMoment: TensorInfo;
  secondMoment: TensorInfo;
}

/**
 * Kingma and Ba 2015, end of section 2: m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g^2;
 * p = p - stepSize m / (sqrt(v) + epsilon), with stepSize = alpha sqrt(1 - beta2^t) / (1 - beta1^t).
 */
interface AdamAttrs {
  stepSize: number;
  beta1: number;
  beta2: number;
  epsilon: number;
}

interface RmsPropInputs {
  param: TensorInfo;
  gradient: TensorInfo;
  meanSquare: TensorInfo;
}

/** Tieleman and Hinton 2012: s = decay s + (1 - decay) g^2; p = p - learningRate g / (sqrt(s) + epsilon). */
interface RmsPropAttrs {
  learningRate: number;
  decay: number;
  epsilon: number;
}

interface MomentumInputs {
  param: TensorInfo;
  gradient: TensorInfo;
  velocity: TensorInfo;
}

/** v = momentum v + g; p = p - learningRate v. */
interface MomentumAttrs {
  learningRate: number;
  momentum: number;
}

/** Installs the three kernels; returns a function that removes them. */
export function installOptimizerKernels({ backend, exports }: KernelModule): () => void {
  const at = (tensor: TensorInfo) => addressOf(backend, tensor);
  const remove = [
    addKernel<AdamInputs, AdamAttrs>(AdamUpdate, ({ inputs, attrs }) => {
      const { param, gradient, firstMoment, secondMoment } = inputs;
      exports.adamUpdate(
        commonSize(AdamUpdate, inputs),
        at(param),
        at(gradient),
        at(firstMoment),
        at(secondMoment),
        attrs.stepSize,
        attrs.beta1,
        attrs.beta2,
        attrs.epsilon,
      );
      return [];
    }),
    addKernel<RmsPropInputs, RmsPropAttrs>(RmsPropUpdate, ({ inputs, attrs }) => {
      const { param, gradient, meanSquare } = inputs;
      const { learningRate, decay, epsilon } = attrs;
      const count = commonSize(RmsPropUpdate, inputs);
      exports.rmsPropUpdate(count, at(param), at(gradient), at(meanSquare), learningRate, decay, epsilon);
      return [];
    }),
    addKernel<MomentumInputs, MomentumAttrs>(MomentumUpdate, ({ inputs, attrs }) => {
      const { param, gradient, velocity } = inputs;
      const count = commonSize(MomentumUpdate, inputs);
      exports.momentumUpdate(
        count,
        at(param),
        at(gradient),
        at(velocity),
        attrs.learningRate,
        attrs.momentum,
      );
      return [];
    }),
  ];
  return () => remove.forEach((undo) => undo());
}

/** The number of floats in each input. @throws when they are not float32 of one size, which would write out of bounds */
function commonSize(kernelName: string, inputs: object): number {
  const [first, ...others] = Object.values(inputs) as TensorInfo[];
  const count = util.sizeFromShape(first?.shape ?? []);
  util.assert(
    first?.dtype === 'float32' &&
      others.every(({ dtype, shape }) => dtype === 'float32' && util.sizeFromShape(shape) === count),
    () => `${kernelName} needs float32 tensors of one shape`,
  );
  return count;
}
