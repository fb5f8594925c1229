// `Sum` over the leading axes (assembly/column-sums.ts): the gradient of every bias. tfjs keeps all other sums.
import { backend_util, Sum, util, type SumAttrs, type SumInputs } from '@tensorflow/tfjs-core';
import { addressOf, type KernelModule } from '../kernel-module';
import { replaceKernel } from '../kernel-registration';

/** Installs the kernel; returns a function that removes it. */
export function installSumKernel({ backend, exports, recorder }: KernelModule): () => void {
  return replaceKernel<SumInputs, SumAttrs>(Sum, ({ inputs: { x }, attrs: { axis, keepDims } }) => {
    const axes = util.parseAxisParam(axis, x.shape);
    const isLeading = axes.length < x.shape.length && axes.every((side) => side < axes.length);
    if (x.dtype !== 'float32' || !isLeading) return undefined;

    // [rows..., columns...] to [columns...]
    const rest = x.shape.slice(axes.length);
    const rows = util.sizeFromShape(x.shape.slice(0, axes.length));
    const columns = util.sizeFromShape(rest);
    const out = backend.makeOutput(rest, 'float32');
    recorder.write(out, () => {
      exports.columnSums(rows, columns, addressOf(backend, x), addressOf(backend, out));
    });
    return keepDims ? { ...out, shape: backend_util.expandShapeToKeepDim(rest, axes) } : out;
  });
}
