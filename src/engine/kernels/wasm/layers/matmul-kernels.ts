// tfjs's matrix products (`BatchMatMul` and `_FusedMatMul`) through our packed product in assembly/gemm.ts.
import {
  _FusedMatMul,
  BatchMatMul,
  broadcast_util,
  util,
  type _FusedMatMulAttrs,
  type _FusedMatMulInputs,
  type BatchMatMulAttrs,
  type BatchMatMulInputs,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { activationCodes } from './activation-kernels';
import { addressOf, type KernelModule } from '../kernel-module';
import { replaceKernel } from '../kernel-registration';

const floatBytes = 4;

/** Installs both kernels; returns a function that removes them. */
export function installMatMulKernels(module: KernelModule): () => void {
  const restore = [
    replaceKernel<BatchMatMulInputs, BatchMatMulAttrs>(BatchMatMul, ({ inputs: { a, b }, attrs }) =>
      multiply(module, a, b, attrs),
    ),
    replaceKernel<_FusedMatMulInputs, _FusedMatMulAttrs>(_FusedMatMul, ({ inputs, attrs }) => {
      const { a, b, bias } = inputs;
      const codes: Partial<Record<string, number>> = activationCodes;
      const activation = codes[attrs.activation];
      return activation === undefined ? undefined : multiply(module, a, b, attrs, bias, activation);
    }),
  ];
  return () => restore.forEach((undo) => undo());
}

/**
 * activation(op(a) op(b) + bias), `[...batch, m, n]` from `[...batch, m, k]` and `[...batch, k, n]` (the last two dimensions
 * swapped if transposed), with the batch dimensions broadcast.
 * @returns undefined for cases left to tfjs's own kernel: other types, empty tensors, biases that are not `[n]`
 */
function multiply(
  { backend, exports, recorder, scratch }: KernelModule,
  a: TensorInfo,
  b: TensorInfo,
  { transposeA, transposeB }: BatchMatMulAttrs,
  bias?: TensorInfo,
  activation: number = activationCodes.linear,
): TensorInfo | undefined {
  if (a.dtype !== 'float32' || b.dtype !== 'float32') return undefined;
  const [m, k] = matrixSides(a, transposeA);
  const [innerOfB, n] = matrixSides(b, transposeB);
  if (innerOfB !== k) return undefined;
  if (bias && (bias.dtype !== 'float32' || bias.shape.length !== 1 || bias.shape[0] !== n)) return undefined;
  const batchOfA = a.shape.slice(0, -2);
  const batchOfB = b.shape.slice(0, -2);
  const batch = broadcast_util.assertAndGetBroadcastShape(batchOfA, batchOfB);
  const matrices = util.sizeFromShape(batch);
  if (matrices * m * n * k === 0) return undefined;

  const out = backend.makeOutput([...batch, m, n], 'float32');
  recorder.write(out, () => {
    for (let i = 0; i < matrices; i++) {
      exports.gemm(
        m,
        n,
        k,
        addressOf(backend, a) + matrixIndex(i, batch, batchOfA) * m * k * floatBytes,
        transposeA,
        addressOf(backend, b) + matrixIndex(i, batch, batchOfB) * k * n * floatBytes,
        transposeB,
        bias ? addressOf(backend, bias) : 0,
        activation,
        addressOf(backend, out) + i * m * n * floatBytes,
        scratch,
      );
    }
  });
  return out;
}

/** Rows and columns of a matrix as it enters the product. */
function matrixSides(x: TensorInfo, transposed: boolean): [rows: number, columns: number] {
  const [rows = 0, columns = 0] = x.shape.slice(-2);
  return transposed ? [columns, rows] : [rows, columns];
}

/** The index of the operand's matrix, batch shape `own`, in product number `i` of the broadcast shape `batch`. */
function matrixIndex(i: number, batch: number[], own: number[]): number {
  let index = 0;
  let stride = 1;
  for (let back = 1; back <= batch.length; back++) {
    const side = batch.at(-back) ?? 1;
    const ownSide = own.at(-back) ?? 1;
    if (ownSide > 1) index += (i % side) * stride;
    stride *= ownSide;
    i = Math.floor(i / side);
  }
  return index;
}
