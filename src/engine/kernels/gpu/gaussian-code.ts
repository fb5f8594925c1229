// Registers the Gaussian code of WebGL and WebGPU, with its formulas in what GLSL and WGSL have in common.
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelRegistration } from '../kernel-registration';
import { GaussianCode, GaussianCodeGradient } from '../training-kernels';

const deviation = 'withNaN(exp(0.5 * logVar), logVar)';
const variance = 'withNaN(exp(logVar), logVar)';

/** Expressions in `mean`, `logVar` and `noise`, and the gradients also in `dCode` and `scaled()`: dDivergence / batch. */
export const gaussianFormulas = {
  code: `mean + ${deviation} * noise`,
  /** Twice the divergence of one number from the standard normal. */
  divergence: `mean * mean + ${variance} - logVar - 1.0`,
  dMean: 'dCode + scaled() * mean',
  dLogVar: `0.5 * (dCode * noise * ${deviation} + scaled() * (${variance} - 1.0))`,
};

export type GaussianInputs = Record<'mean' | 'logVar' | 'noise', TensorInfo>;
export type GaussianGradientInputs = GaussianInputs & Record<'dCode' | 'dDivergence', TensorInfo>;

/**
 * Installs both kernels; returns a function that removes them.
 * @param codeOf `[code, divergence]`
 * @param gradientOf `[dMean, dLogVar]`
 */
export function registerGaussianCode<Backend>(
  { addKernel }: KernelRegistration<Backend>,
  codeOf: (backend: Backend, inputs: GaussianInputs, batch: number) => TensorInfo[],
  gradientOf: (backend: Backend, inputs: GaussianGradientInputs, batch: number) => TensorInfo[],
): () => void {
  const batchOf = ({ mean: { shape } }: GaussianInputs) => shape[0] ?? 1;
  const remove = [
    addKernel<GaussianInputs, object>(GaussianCode, ({ inputs, backend }) =>
      codeOf(backend, inputs, batchOf(inputs)),
    ),
    addKernel<GaussianGradientInputs, object>(GaussianCodeGradient, ({ inputs, backend }) =>
      gradientOf(backend, inputs, batchOf(inputs)),
    ),
  ];
  return () => remove.forEach((undo) => undo());
}
