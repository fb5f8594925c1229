// Putting a kernel of ours in the place of tfjs's, and tfjs's back.
import {
  getKernel,
  registerKernel,
  unregisterKernel,
  type KernelConfig,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';

/** The arguments of a kernel call. tfjs's types let every input be undefined; only those marked optional are. */
interface KernelCall<Inputs, Attrs, Backend> {
  inputs: { [Name in keyof Inputs]: NonNullable<Inputs[Name]> };
  attrs: Attrs;
  backend: Backend;
}

export interface KernelRegistration<Backend> {
  /**
   * Replaces tfjs's kernel. Where `compute` gives undefined (a case it does not cover), tfjs's own runs.
   * @returns puts tfjs's kernel back; calling it twice does no harm
   * @throws when tfjs has no such kernel
   */
  replaceKernel: <Inputs, Attrs>(
    kernelName: string,
    compute: (call: KernelCall<Inputs, Attrs, Backend>) => TensorInfo | undefined,
  ) => () => void;
  /**
   * Adds a kernel under a name that tfjs does not have.
   * @returns removes it; calling it twice does no harm
   */
  addKernel: <Inputs, Attrs>(
    kernelName: string,
    compute: (call: KernelCall<Inputs, Attrs, Backend>) => TensorInfo | TensorInfo[],
  ) => () => void;
}

/**
 * Registration of kernels for one backend of tfjs.
 * @param onDispose is called when a backend ends, with what takes the kernel out: once for each kernel
 */
export function kernelRegistration<Backend>(
  backendName: string,
  onDispose: (backend: Backend, takeOut: () => void) => void,
): KernelRegistration<Backend> {
  const register = (config: KernelConfig, original?: KernelConfig): (() => void) => {
    const { kernelName } = config;
    const takeOut = () => {
      if (getKernel(kernelName, backendName) !== ours) return;
      unregisterKernel(kernelName, backendName);
      if (original) registerKernel(original);
    };
    const ours: KernelConfig = {
      ...config,
      disposeFunc: (backend: unknown) => {
        original?.disposeFunc?.(backend as object);
        onDispose(backend as Backend, takeOut);
      },
    };
    registerKernel(ours);
    return takeOut;
  };

  return {
    replaceKernel(kernelName, compute) {
      const original = getKernel(kernelName, backendName) as KernelConfig | undefined;
      if (!original) throw new Error(`tfjs has no kernel ${kernelName} for the ${backendName} backend`);
      unregisterKernel(kernelName, backendName);
      const kernelFunc: KernelFunc = (params) => compute(typedCall(params)) ?? original.kernelFunc(params);
      return register({ ...original, kernelFunc }, original);
    },
    addKernel: (kernelName, compute) =>
      register({ kernelName, backendName, kernelFunc: (params) => compute(typedCall(params)) }),
  };
}

/** tfjs calls every kernel with maps from names; which names, each kernel knows. */
function typedCall<Inputs, Attrs, Backend>(
  params: Parameters<KernelFunc>[0],
): KernelCall<Inputs, Attrs, Backend> {
  const { inputs, attrs, backend } = params;
  return { inputs, attrs: attrs ?? {}, backend } as unknown as KernelCall<Inputs, Attrs, Backend>;
}
