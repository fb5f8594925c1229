// `GaussianCode` in three programs (the samples, and a sum in two), and its gradients in one.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import {
  gaussianFormulas,
  registerGaussianCode,
  type GaussianGradientInputs,
  type GaussianInputs,
} from '../../gpu/gaussian-code';
import { GaussianCode, GaussianCodeGradient } from '../../training-kernels';
import { elementwise } from '../elementwise';
import { webglRegistration } from '../kernel-registration';
import { nanGlsl } from '../products/nan-glsl';
import { scalarSum } from '../programs/scalar-sum';
import { withScalar } from '../programs/scalar-input';

const { code, divergence, dMean, dLogVar } = gaussianFormulas;

/** Installs both kernels; returns a function that removes them. */
export function installGaussianCode(): () => void {
  return registerGaussianCode(webglRegistration, codeOf, gradientOf);
}

function codeOf(
  backend: MathBackendWebGL,
  { mean, logVar, noise }: GaussianInputs,
  batch: number,
): TensorInfo[] {
  const made = elementwise(backend, {
    key: GaussianCode,
    inputs: { mean, logVar, noise },
    declarations: nanGlsl,
    results: [code],
  });
  const total = scalarSum(backend, {
    key: `${GaussianCode} divergence`,
    inputs: { mean, logVar },
    declarations: nanGlsl,
    summand: divergence,
    scale: 0.5 / batch,
  });
  return [...made, total];
}

function gradientOf(
  backend: MathBackendWebGL,
  { dDivergence, ...inputs }: GaussianGradientInputs,
  batch: number,
): TensorInfo[] {
  return withScalar(backend, dDivergence, 1 / batch, ({ key, glsl, floats, reads }) =>
    elementwise(backend, {
      key: `${GaussianCodeGradient} ${key}`,
      inputs,
      declarations: `${nanGlsl} ${glsl}`,
      results: [dMean, dLogVar],
      floats,
      reads,
    }),
  );
}
