// The gradients of a dense layer: `DenseInputGradient` and `DenseWeightsGradient`. The gradient through the activation is computed
// while the tiles are loaded, and that of the bias from the tiles, so that neither takes a dispatch.
import type { TensorInfo } from '@tensorflow/tfjs-core';
import {
  DenseInputGradient,
  DenseWeightsGradient,
  type ActivationGradientAttrs,
} from '../../training-kernels';
import { dispatch } from '../dispatch';
import { addKernel } from '../kernel-registration';
import { gradients, numbersWgsl } from '../numbers-wgsl';
import { groupsOf, productSource, tileFor } from './product-wgsl';

type Activation = ActivationGradientAttrs['activation'];

/** Installs both kernels; returns a function that removes them. */
export function installDenseGradients(): () => void {
  const remove = [
    addKernel<Record<'dy' | 'y' | 'kernel', TensorInfo>, ActivationGradientAttrs>(
      DenseInputGradient,
      ({ inputs: { dy, y, kernel }, attrs: { activation }, backend }) => {
        const [[rows = 0, inner = 0], [columns = 0]] = [dy.shape, kernel.shape];
        const made = backend.makeTensorInfo([rows, columns], 'float32');
        const tile = tileFor(rows, columns);
        dispatch(backend, {
          key: `${DenseInputGradient} ${activation} ${tile.threads} ${tile.block}`,
          source: () =>
            productSource({
              tile,
              aByRow: false,
              bByColumn: false,
              functions: `${through(activation)}
fn a(row: u32, k: u32) -> f32 { return dz(row * numbers.inner + k); }
fn b(k: u32, column: u32) -> f32 { return weights[column * numbers.inner + k]; }
fn finish(row: u32, column: u32, sum: f32) { made[row * numbers.columns + column] = sum; }`,
            }),
          reads: { ...readsOf(activation, dy, y), weights: kernel },
          writes: { made },
          numbers: { rows: ['u32', rows], inner: ['u32', inner], columns: ['u32', columns] },
          groups: groupsOf(tile, rows, columns),
        });
        return made;
      },
    ),
    addKernel<Record<'x' | 'dy' | 'y', TensorInfo>, ActivationGradientAttrs>(
      DenseWeightsGradient,
      ({ inputs: { x, dy, y }, attrs: { activation }, backend }) => {
        const [[inner = 0, rows = 0], [, columns = 0]] = [x.shape, dy.shape];
        const made = backend.makeTensorInfo([rows, columns], 'float32');
        const ofBias = backend.makeTensorInfo([columns], 'float32');
        const tile = tileFor(rows, columns);
        dispatch(backend, {
          key: `${DenseWeightsGradient} ${activation} ${tile.threads} ${tile.block}`,
          source: () =>
            productSource({
              tile,
              aByRow: true,
              bByColumn: true,
              sumsColumns: true,
              functions: `${through(activation)}
fn a(row: u32, k: u32) -> f32 { return xs[k * numbers.rows + row]; }
fn b(k: u32, column: u32) -> f32 { return dz(k * numbers.columns + column); }
fn finish(row: u32, column: u32, sum: f32) { made[row * numbers.columns + column] = sum; }
fn finishColumn(column: u32, sum: f32) { ofBias[column] = sum; }`,
            }),
          reads: { ...readsOf(activation, dy, y), xs: x },
          writes: { made, ofBias },
          numbers: { rows: ['u32', rows], inner: ['u32', inner], columns: ['u32', columns] },
          groups: groupsOf(tile, rows, columns),
        });
        return [made, ofBias];
      },
    ),
  ];
  return () => remove.forEach((undo) => undo());
}

/** The output of a linear layer is not needed. */
function readsOf(activation: Activation, dy: TensorInfo, y: TensorInfo): Record<string, TensorInfo> {
  return activation === 'linear' ? { dys: dy } : { dys: dy, ys: y };
}

/** `f32 dz(i)`: number `i` of the gradient with respect to the activation's input. */
function through(activation: Activation): string {
  return `${numbersWgsl}
fn through(dy: f32, y: f32) -> f32 { return ${gradients[activation]}; }
fn dz(i: u32) -> f32 { return through(dys[i], ${activation === 'linear' ? '0.0' : 'ys[i]'}); }`;
}
