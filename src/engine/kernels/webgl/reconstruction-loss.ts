// `ReconstructionLoss` in two programs (a square of partial sums, then their total), and its gradient in one.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import { logOnePlusSeries, registerReconstructionLoss, type LossShader } from '../gpu/reconstruction-loss';
import { ReconstructionLoss, ReconstructionLossGradient } from '../training-kernels';
import { elementwise } from './elementwise';
import { webglRegistration } from './kernel-registration';
import { nanGlsl } from './products/nan-glsl';
import { scalarSum } from './programs/scalar-sum';
import { withScalar } from './programs/scalar-input';

const functions = `
vec4 sigmoid(vec4 z) { return 1.0 / (1.0 + exp(-z)); }
vec4 logOnePlus(vec4 e) {
  vec4 s = e / (2.0 + e), q = s * s;
  return ${logOnePlusSeries};
}
${nanGlsl}`;

/** Installs both kernels; returns a function that removes them. */
export function installReconstructionLoss(): () => void {
  return registerReconstructionLoss(webglRegistration, lossOf, gradientOf);
}

function lossOf(
  backend: MathBackendWebGL,
  { target, logits }: Record<'target' | 'logits', TensorInfo>,
  { key, pixel, value }: LossShader,
): TensorInfo {
  return scalarSum(backend, {
    key: `${ReconstructionLoss} ${key}`,
    inputs: { x: target, z: logits },
    declarations: functions,
    body: `vec4 p = ${pixel};`,
    summand: `withNaN(${value}, z)`,
    scale: 1 / util.sizeFromShape(logits.shape),
  });
}

function gradientOf(
  backend: MathBackendWebGL,
  { target: x, logits: z, dy }: Record<'target' | 'logits' | 'dy', TensorInfo>,
  shader: LossShader,
): TensorInfo {
  return withScalar(backend, dy, 1 / util.sizeFromShape(z.shape), ({ key, glsl, floats, reads }) => {
    const [gradient] = elementwise(backend, {
      key: `${ReconstructionLossGradient} ${shader.key} ${key}`,
      inputs: { x, z },
      declarations: `${functions} ${glsl}`,
      body: `vec4 p = ${shader.pixel};`,
      results: [`scaled() * withNaN(${shader.slope}, z)`],
      floats,
      reads,
    });
    return gradient as TensorInfo;
  });
}
