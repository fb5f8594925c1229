// Matrix products (`BatchMatMul` of two matrices, and `_FusedMatMul` with bias and activation) in one dispatch each.
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { registerMatrixProducts, type MatrixProduct } from '../../gpu/matrix-products';
import { dispatch } from '../dispatch';
import { webgpuRegistration } from '../kernel-registration';
import { activations, numbersWgsl } from '../numbers-wgsl';
import { groupsOf, productSource, tileFor } from './product-wgsl';

/** Installs both kernels; returns a function that removes them. */
export function installMatrixProduct(): () => void {
  return registerMatrixProducts(webgpuRegistration, activations, multiply);
}

function multiply(
  backend: WebGPUBackend,
  {
    a,
    b,
    bias,
    transposeA,
    transposeB,
    activation,
    rows,
    inner,
    columns,
  }: MatrixProduct<keyof typeof activations>,
): TensorInfo {
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
