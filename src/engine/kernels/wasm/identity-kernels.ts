// `Identity`, and `Cast` to the type that a tensor has already: tfjs copies the data on this backend, and autodiff takes an
// identity of everything it keeps for the way back, weights included, and casts the slope of every ReLU. Sharing the
// data and counting the holders is what tfjs does on its other backends.
import {
  Cast,
  Identity,
  type CastAttrs,
  type CastInputs,
  type IdentityInputs,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { KernelModule } from './kernel-module';
import { replaceKernel } from './kernel-registration';

/** Installs both kernels; the result takes them out again. */
export function installIdentityKernels({ backend }: KernelModule): () => void {
  const share = (x: TensorInfo): TensorInfo | undefined => {
    if (x.dtype === 'string') return undefined;
    backend.incRef(x.dataId);
    return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
  };
  const restore = [
    replaceKernel<IdentityInputs, object>(Identity, ({ inputs: { x } }) => share(x)),
    replaceKernel<CastInputs, CastAttrs>(Cast, ({ inputs: { x }, attrs: { dtype } }) =>
      x.dtype === dtype ? share(x) : undefined,
    ),
  ];
  return () => restore.forEach((undo) => undo());
}
