// `GaussianCode` in three programs (the samples, and a sum in two), and its gradients in one.
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { GaussianCode, GaussianCodeGradient } from '../../training-kernels';
import { elementwise } from '../elementwise';
import { addKernel } from '../kernel-registration';
import { nanGlsl } from '../products/nan-glsl';
import { scalarSum } from '../programs/scalar-sum';
import { withScalar } from '../programs/scalar-input';

type Inputs = Record<'mean' | 'logVar' | 'noise', TensorInfo>;

/** Installs both kernels; returns a function that removes them. */
export function installGaussianCode(): () => void {
  const remove = [
    addKernel<Inputs, object>(GaussianCode, ({ inputs: { mean, logVar, noise }, backend }) => {
      const [code] = elementwise(backend, {
        key: GaussianCode,
        inputs: { mean, logVar, noise },
        declarations: nanGlsl,
        results: ['mean + withNaN(exp(0.5 * logVar), logVar) * noise'],
      });
      const divergence = scalarSum(backend, {
        key: `${GaussianCode} divergence`,
        inputs: { mean, logVar },
        declarations: nanGlsl,
        summand: 'mean * mean + withNaN(exp(logVar), logVar) - logVar - 1.0',
        scale: 0.5 / (mean.shape[0] ?? 1),
      });
      return [code as TensorInfo, divergence];
    }),
    addKernel<Inputs & Record<'dCode' | 'dDivergence', TensorInfo>, object>(
      GaussianCodeGradient,
      ({ inputs: { mean, logVar, noise, dCode, dDivergence }, backend }) =>
        withScalar(backend, dDivergence, 1 / (mean.shape[0] ?? 1), ({ key, glsl, floats, reads }) =>
          elementwise(backend, {
            key: `${GaussianCodeGradient} ${key}`,
            inputs: { mean, logVar, noise, dCode },
            declarations: `${nanGlsl} ${glsl}`,
            body: 'vec4 deviation = withNaN(exp(0.5 * logVar), logVar);',
            results: [
              'dCode + scaled() * mean',
              '0.5 * (dCode * noise * deviation + scaled() * (withNaN(exp(logVar), logVar) - 1.0))',
            ],
            floats,
            reads,
          }),
        ),
    ),
  ];
  return () => remove.forEach((undo) => undo());
}
