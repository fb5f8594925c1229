// `Tanh` and `Softplus` (assembly/activation.ts), which tfjs computes one number at a time. tfjs's sigmoid, ELU and ReLU
// are as fast as ours and remain.
import { Softplus, Tanh, util, type TensorInfo, type UnaryInputs } from '@tensorflow/tfjs-core';
import { addressOf, type KernelModule } from '../kernel-module';
import { replaceKernel } from '../kernel-registration';

/** Activation codes of assembly/activation.ts by tfjs's names; 0 is no activation. */
export const activationCodes = { linear: 0, relu: 1, sigmoid: 2, elu: 3, tanh: 4, softplus: 5 } as const;

/** Installs both kernels; returns a function that removes them. */
export function installActivationKernels(module: KernelModule): () => void {
  const restore = [
    replaceKernel<UnaryInputs, object>(Tanh, ({ inputs }) =>
      activate(module, inputs.x, activationCodes.tanh),
    ),
    replaceKernel<UnaryInputs, object>(Softplus, ({ inputs }) =>
      activate(module, inputs.x, activationCodes.softplus),
    ),
  ];
  return () => restore.forEach((undo) => undo());
}

function activate(
  { backend, exports, recorder }: KernelModule,
  x: TensorInfo,
  code: number,
): TensorInfo | undefined {
  if (x.dtype !== 'float32') return undefined;
  const out = backend.makeOutput(x.shape, 'float32');
  recorder.write(out, () => {
    exports.applyActivation(
      code,
      util.sizeFromShape(x.shape),
      addressOf(backend, x),
      addressOf(backend, out),
    );
  });
  return out;
}
