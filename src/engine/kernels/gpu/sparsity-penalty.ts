// Registers the sparsity penalties of WebGL and WebGPU, with the formulas of catalog/sparsity in what GLSL and WGSL have in common.
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { kindOf } from '../../../catalog/kinds/kind';
import { activationMargin } from '../../../catalog/sparsity/kl';
import type { KernelRegistration } from '../kernel-registration';
import { SparsityPenalty, SparsityPenaltyGradient, type SparsityPenaltyAttrs } from '../training-kernels';

/** A penalty in the expressions of a shader, of `z`, an activation or a mean, and of the target `rho`. They call `withNaN` and `within`. */
export interface PenaltyFormulas {
  /** Whether a unit pays for its mean over the batch, else for each activation. */
  ofMean: boolean;
  value: string;
  /** Its derivative with respect to `z`. */
  slope: string;
}

/** What `within(z)` returns: `z`, so far from 0 and 1 that its logarithms are finite. */
export const withinMargin = `clamp(z, ${activationMargin.toExponential()}, 1.0 - ${activationMargin.toExponential()})`;

/** The penalties that the kernels can compute. */
const penalties: Readonly<Record<string, PenaltyFormulas>> = {
  l1: { ofMean: false, value: 'withNaN(abs(z), z)', slope: 'withNaN(sign(z), z)' },
  kl: {
    ofMean: true,
    value: 'withNaN(rho * log(rho / within(z)) + (1.0 - rho) * log((1.0 - rho) / (1.0 - within(z))), z)',
    slope: 'withNaN((1.0 - rho) / (1.0 - within(z)) - rho / within(z), z)',
  },
};

/** A penalty on `codes`, `[rows, columns]`. */
export interface Penalty extends PenaltyFormulas {
  /** Tells it from the others. */
  key: string;
  rho: number;
  codes: TensorInfo;
  rows: number;
  columns: number;
}

/** Installs both kernels; returns a function that removes them. */
export function registerSparsityPenalty<Backend>(
  { addKernel }: KernelRegistration<Backend>,
  penaltyOf: (backend: Backend, penalty: Penalty) => TensorInfo,
  gradientOf: (backend: Backend, penalty: Penalty, dy: TensorInfo) => TensorInfo,
): () => void {
  const remove = [
    addKernel<Record<'codes', TensorInfo>, SparsityPenaltyAttrs>(
      SparsityPenalty,
      ({ inputs: { codes }, attrs, backend }) => penaltyOf(backend, withFormulas(codes, attrs)),
      penalties,
    ),
    addKernel<Record<'codes' | 'dy', TensorInfo>, SparsityPenaltyAttrs>(
      SparsityPenaltyGradient,
      ({ inputs: { codes, dy }, attrs, backend }) => gradientOf(backend, withFormulas(codes, attrs), dy),
      penalties,
    ),
  ];
  return () => remove.forEach((undo) => undo());
}

function withFormulas(codes: TensorInfo, { penalty, rho }: SparsityPenaltyAttrs): Penalty {
  const [rows = 1, columns = 1] = codes.shape;
  return { ...kindOf(penalties, penalty), key: penalty, rho, codes, rows, columns };
}
