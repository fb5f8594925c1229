// `Identity`: tfjs copies the data on this backend, and autodiff takes an identity of everything it keeps for the way
// back, weights included. Sharing the data and counting the holders is what tfjs does on its other backends.
import { Identity, type IdentityInputs } from '@tensorflow/tfjs-core';
import type { KernelModule } from './kernel-module';
import { replaceKernel } from './kernel-registration';

/** Installs the kernel; the result takes it out again. */
export function installIdentityKernel({ backend }: KernelModule): () => void {
  return replaceKernel<IdentityInputs, object>(Identity, ({ inputs: { x } }) => {
    if (x.dtype === 'string') return undefined;
    backend.incRef(x.dataId);
    return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
  });
}
