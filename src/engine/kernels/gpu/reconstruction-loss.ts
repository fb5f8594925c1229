// Registers the reconstruction loss of WebGL and WebGPU, with the formulas of catalog/losses in what GLSL and WGSL have in common, and in a
// form that preserves small values.
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { kindOf } from '../../../catalog/kinds/kind';
import type { KernelRegistration } from '../kernel-registration';
import {
  ReconstructionLoss,
  ReconstructionLossGradient,
  type ReconstructionLossAttrs,
} from '../training-kernels';

interface LossFormulas {
  /** The loss of a pixel `x`, reconstructed as `p` from the logit `z`. */
  value: string;
  /** Its derivative with respect to `p`, or to `z` where it is a loss of logits. */
  slope: string;
  /** Whether it takes logits, so that `p` is always their sigmoid. */
  ofLogits?: boolean;
}

/** The losses that the kernels can compute. */
const losses: Readonly<Record<string, LossFormulas>> = {
  mse: { value: '(p - x) * (p - x)', slope: '2.0 * (p - x)' },
  mae: { value: 'abs(p - x)', slope: 'sign(p - x)' },
  bce: { value: 'max(z, 0.0) - z * x + logOnePlus(exp(-abs(z)))', slope: 'p - x', ofLogits: true },
};

/** log(1 + e) for e in [0, 1], accurate to the last digits even for small e: 2 artanh(s), s = e / (2 + e), q = s s. */
export const logOnePlusSeries =
  '2.0 * s * (1.0 + q * (1.0 / 3.0 + q * (0.2 + q * (1.0 / 7.0 + q * (1.0 / 9.0 + q * (1.0 / 11.0 + q / 13.0))))))';

/** A loss in the expressions of a shader, of a pixel `x` and a logit `z`. They call `sigmoid` and `logOnePlus`. */
export interface LossShader {
  /** Tells it from the others. */
  key: string;
  /** `p`, the reconstructed pixel. */
  pixel: string;
  /** The loss, also from `p`. */
  value: string;
  /** Its derivative with respect to `z`, also from `p`. */
  slope: string;
}

interface LossInputs {
  target: TensorInfo;
  logits: TensorInfo;
}

/** Installs both kernels; returns a function that removes them. */
export function registerReconstructionLoss<Backend>(
  { addKernel }: KernelRegistration<Backend>,
  lossOf: (backend: Backend, inputs: LossInputs, shader: LossShader) => TensorInfo,
  gradientOf: (backend: Backend, inputs: LossInputs & { dy: TensorInfo }, shader: LossShader) => TensorInfo,
): () => void {
  const remove = [
    addKernel<LossInputs, ReconstructionLossAttrs>(
      ReconstructionLoss,
      ({ inputs, attrs, backend }) => lossOf(backend, inputs, shaderOf(attrs)),
      losses,
    ),
    addKernel<LossInputs & { dy: TensorInfo }, ReconstructionLossAttrs>(
      ReconstructionLossGradient,
      ({ inputs, attrs, backend }) => gradientOf(backend, inputs, shaderOf(attrs)),
      losses,
    ),
  ];
  return () => remove.forEach((undo) => undo());
}

function shaderOf({ loss, sigmoid }: ReconstructionLossAttrs): LossShader {
  const { value, slope, ofLogits = false } = kindOf(losses, loss);
  return {
    key: `${loss} ${sigmoid}`,
    pixel: sigmoid || ofLogits ? 'sigmoid(z)' : 'z',
    value,
    slope: sigmoid && !ofLogits ? `(${slope}) * p * (1.0 - p)` : slope,
  };
}
