// `Add` and `Multiply` of tensors of one shape, or of a tensor and a scalar, and `ClipByValue` (assembly/arithmetic.ts): what a step
// needs beside the large kernels, where a call of tfjs's own takes longer than the numbers. tfjs keeps all other cases.
import {
  Add,
  ClipByValue,
  Multiply,
  util,
  type BinaryInputs,
  type ClipByValueAttrs,
  type ClipByValueInputs,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { addressOf, type KernelModule } from '../kernel-module';
import { replaceKernel } from '../kernel-registration';

/** Operation codes of assembly/arithmetic.ts. */
const operations = { [Add]: 0, [Multiply]: 1 } as const;

/** Installs the three kernels; returns a function that restores those of tfjs. */
export function installArithmeticKernels(module: KernelModule): () => void {
  const restore = [
    replaceKernel<BinaryInputs, object>(Add, ({ inputs: { a, b } }) => combine(module, Add, a, b)),
    replaceKernel<BinaryInputs, object>(Multiply, ({ inputs: { a, b } }) => combine(module, Multiply, a, b)),
    replaceKernel<ClipByValueInputs, ClipByValueAttrs>(ClipByValue, ({ inputs: { x }, attrs }) =>
      clip(module, x, attrs),
    ),
  ];
  return () => restore.forEach((undo) => undo());
}

function combine(
  { backend, exports }: KernelModule,
  operation: keyof typeof operations,
  a: TensorInfo,
  b: TensorInfo,
): TensorInfo | undefined {
  if (a.dtype !== 'float32' || b.dtype !== 'float32') return undefined;
  // both operations are commutative, to the bit
  const [all, other] = a.shape.length === 0 ? [b, a] : [a, b];
  const isScalar = other.shape.length === 0;
  if (!isScalar && !util.arraysEqual(all.shape, other.shape)) return undefined;
  const out = backend.makeOutput(all.shape, 'float32');
  const [code, count] = [operations[operation], util.sizeFromShape(all.shape)];
  exports.combine(
    code,
    count,
    addressOf(backend, all),
    addressOf(backend, other),
    isScalar,
    addressOf(backend, out),
  );
  return out;
}

function clip(
  { backend, exports }: KernelModule,
  x: TensorInfo,
  { clipValueMin, clipValueMax }: ClipByValueAttrs,
): TensorInfo | undefined {
  if (x.dtype !== 'float32') return undefined;
  const out = backend.makeOutput(x.shape, 'float32');
  const count = util.sizeFromShape(x.shape);
  exports.clip(count, addressOf(backend, x), addressOf(backend, out), clipValueMin, clipValueMax);
  return out;
}
