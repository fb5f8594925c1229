// `Identity`, and `Cast` to the type a tensor already has. On this backend tfjs copies the data, and autodiff takes an
// identity of everything it saves for the backward pass, weights included, and casts the slope of every ReLU. Sharing the
// data with a reference count is what tfjs does on its other backends.
import {
  Cast,
  Identity,
  type CastAttrs,
  type CastInputs,
  type IdentityInputs,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { KernelModule } from '../kernel-module';
import { replaceKernel } from '../kernel-registration';

/** Installs both kernels; returns a function that removes them. */
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
