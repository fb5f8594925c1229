// `ReconstructionLoss` in two programs (a square of partial sums, then their total), and its gradient in one. The formulas are
// those of catalog/losses, in a form that preserves small values.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import { kindOf } from '../../../catalog/kinds/kind';
import {
  ReconstructionLoss,
  ReconstructionLossGradient,
  type ReconstructionLossAttrs,
} from '../training-kernels';
import { elementwise } from './elementwise';
import { addKernel } from './kernel-registration';
import { nanGlsl } from './products/nan-glsl';
import { scalarSum } from './programs/scalar-sum';
import { withScalar } from './programs/scalar-input';

const numbers = `
vec4 sigmoid(vec4 z) { return 1.0 / (1.0 + exp(-z)); }
${nanGlsl}`;

interface LossSource {
  /** The loss of pixels `x`, reconstructed as `p` (from logits `z`). */
  value: string;
  /** Its derivative with respect to `p`; for the cross-entropy with respect to `z`. */
  slope: string;
  declarations?: string;
}

/** The losses that the kernels can compute. */
const losses: Readonly<Record<string, LossSource>> = {
  mse: { value: '(p - x) * (p - x)', slope: '2.0 * (p - x)' },
  mae: { value: 'abs(p - x)', slope: 'sign(p - x)' },
  bce: {
    value: 'max(z, 0.0) - z * x + logOnePlus(exp(-abs(z)))',
    slope: 'sigmoid(z) - x',
    // log(1 + e) = 2 artanh(e / (2 + e)) for e in [0, 1], accurate to the last digits even for small e
    declarations: `
vec4 logOnePlus(vec4 e) {
  vec4 s = e / (2.0 + e), q = s * s;
  return 2.0 * s * (1.0 + q * (1.0 / 3.0 + q * (0.2 + q * (1.0 / 7.0 + q * (1.0 / 9.0 + q * (1.0 / 11.0 + q / 13.0))))));
}`,
  },
};

/** Installs both kernels; returns a function that removes them. */
export function installReconstructionLoss(): () => void {
  const remove = [
    addKernel<Record<'target' | 'logits', TensorInfo>, ReconstructionLossAttrs>(
      ReconstructionLoss,
      ({ inputs, attrs, backend }) => lossOf(backend, inputs, attrs),
      losses,
    ),
    addKernel<Record<'target' | 'logits' | 'dy', TensorInfo>, ReconstructionLossAttrs>(
      ReconstructionLossGradient,
      ({ inputs, attrs, backend }) => gradientOf(backend, inputs, attrs),
      losses,
    ),
  ];
  return () => remove.forEach((undo) => undo());
}

function lossOf(
  backend: MathBackendWebGL,
  { target, logits }: Record<'target' | 'logits', TensorInfo>,
  { loss, sigmoid }: ReconstructionLossAttrs,
): TensorInfo {
  const { value, declarations = '' } = kindOf(losses, loss);
  return scalarSum(backend, {
    key: `${ReconstructionLoss} ${loss} ${sigmoid}`,
    inputs: { x: target, z: logits },
    declarations: `${numbers} ${declarations}`,
    body: `vec4 p = ${sigmoid ? 'sigmoid(z)' : 'z'};`,
    summand: `withNaN(${value}, z)`,
    scale: 1 / util.sizeFromShape(logits.shape),
  });
}

function gradientOf(
  backend: MathBackendWebGL,
  { target: x, logits: z, dy }: Record<'target' | 'logits' | 'dy', TensorInfo>,
  { loss, sigmoid }: ReconstructionLossAttrs,
): TensorInfo {
  const { slope } = kindOf(losses, loss);
  const behind = sigmoid && loss !== 'bce' ? `(${slope}) * p * (1.0 - p)` : slope;
  return withScalar(backend, dy, 1 / util.sizeFromShape(z.shape), ({ key, glsl, floats, reads }) => {
    const [gradient] = elementwise(backend, {
      key: `${ReconstructionLossGradient} ${loss} ${sigmoid} ${key}`,
      inputs: { x, z },
      declarations: `${numbers} ${glsl}`,
      body: `vec4 p = ${sigmoid ? 'sigmoid(z)' : 'z'};`,
      results: [`scaled() * withNaN(${behind}, z)`],
      floats,
      reads,
    });
    return gradient as TensorInfo;
  });
}
