// Putting a kernel of ours in the place of tfjs's for WebGL, and tfjs's back. The kernels hold nothing of a backend: they
// work on whichever WebGL backend there is.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import {
  getKernel,
  registerKernel,
  unregisterKernel,
  type KernelConfig,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { releaseAll } from './gpu-pass';

const backendName = 'webgl';

/** The arguments of a kernel call. tfjs's types let every input be undefined; only those marked optional are. */
interface KernelCall<Inputs, Attrs> {
  inputs: { [Name in keyof Inputs]: NonNullable<Inputs[Name]> };
  attrs: Attrs;
  backend: MathBackendWebGL;
}

/**
 * Replaces tfjs's kernel. Where `compute` gives undefined (a case it does not cover), the one that was there runs.
 * @returns puts that one back
 * @throws when tfjs has no such kernel
 */
export function replaceKernel<Inputs, Attrs>(
  kernelName: string,
  compute: (call: KernelCall<Inputs, Attrs>) => TensorInfo | undefined,
): () => void {
  const original = getKernel(kernelName, backendName) as KernelConfig | undefined;
  if (!original) throw new Error(`tfjs has no kernel ${kernelName} for the ${backendName} backend`);
  unregisterKernel(kernelName, backendName);
  const kernelFunc: KernelFunc = (params) => compute(typedCall(params)) ?? original.kernelFunc(params);
  registerKernel({ ...original, kernelFunc });
  return () => {
    unregisterKernel(kernelName, backendName);
    registerKernel(original);
  };
}

/**
 * Adds a kernel under a name that tfjs does not have.
 * @returns removes it
 */
export function addKernel<Inputs, Attrs>(
  kernelName: string,
  compute: (call: KernelCall<Inputs, Attrs>) => TensorInfo | TensorInfo[],
): () => void {
  registerKernel({
    kernelName,
    backendName,
    kernelFunc: (params) => compute(typedCall(params)),
    // with the backend goes what we hold for it
    disposeFunc: (backend: unknown) => {
      releaseAll(backend as MathBackendWebGL);
    },
  });
  return () => {
    unregisterKernel(kernelName, backendName);
  };
}

/** tfjs calls every kernel with maps from names; which names, each kernel knows. */
function typedCall<Inputs, Attrs>(params: Parameters<KernelFunc>[0]): KernelCall<Inputs, Attrs> {
  const { inputs, attrs, backend } = params;
  return { inputs, attrs: attrs ?? {}, backend } as unknown as KernelCall<Inputs, Attrs>;
}
