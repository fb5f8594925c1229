// Matrix products (`BatchMatMul` of two matrices, and `_FusedMatMul` with bias and activation) in one dispatch each.
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import {
  _FusedMatMul,
  BatchMatMul,
  type _FusedMatMulAttrs,
  type _FusedMatMulInputs,
  type BatchMatMulAttrs,
  type BatchMatMulInputs,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { dispatch } from '../dispatch';
import { replaceKernel } from '../kernel-registration';
import { activations, numbersWgsl } from '../numbers-wgsl';
import { groupsOf, productSource, tileFor } from './product-wgsl';

interface Product {
  transposeA: boolean;
  transposeB: boolean;
  activation: keyof typeof activations;
}

/** Installs both kernels; returns a function that removes them. */
export function installMatrixProduct(): () => void {
  const remove = [
    replaceKernel<BatchMatMulInputs, BatchMatMulAttrs>(BatchMatMul, ({ inputs: { a, b }, attrs, backend }) =>
      product(backend, a, b, undefined, { ...attrs, activation: 'linear' }),
    ),
    replaceKernel<_FusedMatMulInputs, _FusedMatMulAttrs>(
      _FusedMatMul,
      ({ inputs: { a, b, bias, preluActivationWeights }, attrs, backend }) => {
        const { transposeA, transposeB } = attrs;
        // null when there is none, despite the type
        const named = (attrs.activation as string | null) ?? 'linear';
        if (!isCovered(named) || preluActivationWeights) return undefined;
        return product(backend, a, b, bias, { transposeA, transposeB, activation: named });
      },
    ),
  ];
  return () => remove.forEach((undo) => undo());
}

function isCovered(activation: string): activation is keyof typeof activations {
  return activation in activations;
}

/** activation(a b + bias); undefined for cases left to tfjs's own kernel. */
function product(
  backend: WebGPUBackend,
  a: TensorInfo,
  b: TensorInfo,
  bias: TensorInfo | undefined,
  { transposeA, transposeB, activation }: Product,
): TensorInfo | undefined {
  const [[height = 0, width = 0], [down = 0, across = 0]] = [a.shape, b.shape];
  const [rows, inner] = transposeA ? [width, height] : [height, width];
  const [innerOfB, columns] = transposeB ? [across, down] : [down, across];
  const covered =
    a.shape.length === 2 &&
    b.shape.length === 2 &&
    inner === innerOfB &&
    Math.min(rows, inner, columns) > 0 &&
    [a, b, ...(bias ? [bias] : [])].every(({ dtype }) => dtype === 'float32') &&
    (!bias || (bias.shape.length === 1 && bias.shape[0] === columns));
  if (!covered) return undefined;

  const made = backend.makeTensorInfo([rows, columns], 'float32');
  const tile = tileFor(rows, columns);
  dispatch(backend, {
    key: `MatMul ${transposeA} ${transposeB} ${activation} ${bias !== undefined} ${tile.threads} ${tile.block}`,
    source: () =>
      productSource({
        tile,
        aByRow: transposeA,
        bByColumn: !transposeB,
        functions: `${numbersWgsl}
fn a(row: u32, k: u32) -> f32 {
  return left[${transposeA ? 'k * numbers.rows + row' : 'row * numbers.inner + k'}];
}
fn b(k: u32, column: u32) -> f32 {
  return right[${transposeB ? 'column * numbers.inner + k' : 'k * numbers.columns + column'}];
}
fn finish(row: u32, column: u32, sum: f32) {
  let z = sum${bias ? ' + bias[column]' : ''};
  made[row * numbers.columns + column] = ${activations[activation]};
}`,
      }),
    reads: { left: a, right: b, ...(bias && { bias }) },
    writes: { made },
    numbers: { rows: ['u32', rows], inner: ['u32', inner], columns: ['u32', columns] },
    groups: groupsOf(tile, rows, columns),
  });
  return made;
}
