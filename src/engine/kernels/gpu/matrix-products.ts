// Registers the matrix products of WebGL and WebGPU: `BatchMatMul` of two matrices, and `_FusedMatMul` with bias and activation. Other cases
// stay with tfjs's own kernels.
import {
  _FusedMatMul,
  BatchMatMul,
  type _FusedMatMulAttrs,
  type _FusedMatMulInputs,
  type BatchMatMulAttrs,
  type BatchMatMulInputs,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { KernelRegistration } from '../kernel-registration';

/** activation(a b + bias), `[rows, columns]`. No side is 0, and all numbers are float32. */
export interface MatrixProduct<Activation> {
  /** `[rows, inner]`, or `[inner, rows]` where transposed. */
  a: TensorInfo;
  /** `[inner, columns]`, or `[columns, inner]` where transposed. */
  b: TensorInfo;
  /** `[columns]`. */
  bias: TensorInfo | undefined;
  transposeA: boolean;
  transposeB: boolean;
  activation: Activation;
  rows: number;
  inner: number;
  columns: number;
}

/**
 * Installs both kernels; returns a function that removes them.
 * @param activations those that `multiply` can apply, by tfjs's names
 * @param multiply may return undefined: then tfjs's own kernel runs
 */
export function registerMatrixProducts<Backend, Activations extends Readonly<Record<'linear', unknown>>>(
  { replaceKernel }: KernelRegistration<Backend>,
  activations: Activations,
  multiply: (backend: Backend, product: MatrixProduct<keyof Activations>) => TensorInfo | undefined,
): () => void {
  const isCovered = (activation: PropertyKey): activation is keyof Activations =>
    Object.hasOwn(activations, activation);
  const restore = [
    replaceKernel<BatchMatMulInputs, BatchMatMulAttrs>(
      BatchMatMul,
      ({ inputs: { a, b }, attrs, backend }) => {
        const product = productOf<keyof Activations>(a, b, undefined, attrs, 'linear');
        return product && multiply(backend, product);
      },
    ),
    replaceKernel<_FusedMatMulInputs, _FusedMatMulAttrs>(_FusedMatMul, ({ inputs, attrs, backend }) => {
      const { a, b, bias, preluActivationWeights } = inputs;
      // null when there is none, despite the type
      const activation = (attrs.activation as string | null) ?? 'linear';
      if (!isCovered(activation) || preluActivationWeights) return undefined;
      const product = productOf(a, b, bias, attrs, activation);
      return product && multiply(backend, product);
    }),
  ];
  return () => restore.forEach((undo) => undo());
}

/** undefined for what is no product of two matrices of floats, or not of sides that fit. */
function productOf<Activation>(
  a: TensorInfo,
  b: TensorInfo,
  bias: TensorInfo | undefined,
  { transposeA, transposeB }: BatchMatMulAttrs,
  activation: Activation,
): MatrixProduct<Activation> | undefined {
  const [[height = 0, width = 0], [down = 0, across = 0]] = [a.shape, b.shape];
  const [rows, inner] = transposeA ? [width, height] : [height, width];
  const [innerOfB, columns] = transposeB ? [across, down] : [down, across];
  const isCovered =
    a.shape.length === 2 &&
    b.shape.length === 2 &&
    inner === innerOfB &&
    Math.min(rows, inner, columns) > 0 &&
    [a, b, ...(bias ? [bias] : [])].every(({ dtype }) => dtype === 'float32') &&
    (!bias || (bias.shape.length === 1 && bias.shape[0] === columns));
  return isCovered ? { a, b, bias, transposeA, transposeB, activation, rows, inner, columns } : undefined;
}
