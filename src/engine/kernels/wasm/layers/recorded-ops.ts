// tfjs's own kernels that a step with a Gaussian code or a sparsity penalty needs besides ours: weighting terms, adding them and
// limiting the log-variance. They remain as they are, but can be recorded.
import { Add, ClipByValue, getKernel, Multiply, type TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelModule } from '../kernel-module';
import { replaceKernel } from '../kernel-registration';

/** Each makes one output, which it fills from its inputs and attributes alone. */
const names = [Add, ClipByValue, Multiply];

/** Installs them; returns a function that restores tfjs's. */
export function installRecordedOps({ backend, recorder }: KernelModule): () => void {
  const restore = names.map((name) => {
    const { kernelFunc } = getKernel(name, 'wasm');
    return replaceKernel<Record<string, TensorInfo>, Record<string, never>>(name, ({ inputs, attrs }) =>
      recorder.runOp(() => kernelFunc({ inputs, attrs, backend }) as TensorInfo),
    );
  });
  return () => restore.forEach((undo) => undo());
}
