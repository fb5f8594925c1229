// Replaces tfjs's kernels with ours, and restores them.
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

/** A kernel of ours as tfjs stores it; `supports` (training-kernels.ts) reads its kinds. */
export interface OwnKernel extends KernelConfig {
  /** The kinds that the kernel can compute, by their ids in the catalog. Left out where kinds make no difference. */
  kinds?: Readonly<Record<string, unknown>>;
}

export interface KernelRegistration<Backend> {
  /**
   * Replaces tfjs's kernel. Where `compute` returns undefined (a case it does not cover), tfjs's own kernel runs.
   * @returns a function that restores tfjs's kernel; a second call does nothing
   * @throws when tfjs has no such kernel
   */
  replaceKernel: <Inputs, Attrs>(
    kernelName: string,
    compute: (call: KernelCall<Inputs, Attrs, Backend>) => TensorInfo | undefined,
  ) => () => void;
  /**
   * Replaces tfjs's kernel where it has one, and adds the kernel where it has none; then it throws in a case that it does not cover.
   * @returns a function that restores tfjs's kernel, or removes ours
   */
  replaceOrAddKernel: <Inputs, Attrs>(
    kernelName: string,
    compute: (call: KernelCall<Inputs, Attrs, Backend>) => TensorInfo | undefined,
  ) => () => void;
  /**
   * Adds a kernel under a name that tfjs does not use.
   * @param kinds the kernel's table of the kinds that it can compute; the engine asks it for no others
   * @returns a function that removes it; a second call does nothing
   */
  addKernel: <Inputs, Attrs>(
    kernelName: string,
    compute: (call: KernelCall<Inputs, Attrs, Backend>) => TensorInfo | TensorInfo[],
    kinds?: Readonly<Record<string, unknown>>,
  ) => () => void;
}

/**
 * Kernel registration for one tfjs backend.
 * @param onDispose called once per kernel when a backend ends, with a function that removes the kernel
 */
export function kernelRegistration<Backend>(
  backendName: string,
  onDispose: (backend: Backend, remove: () => void) => void,
): KernelRegistration<Backend> {
  const register = (config: OwnKernel, original?: KernelConfig): (() => void) => {
    const { kernelName } = config;
    const remove = () => {
      if (getKernel(kernelName, backendName) !== ours) return;
      unregisterKernel(kernelName, backendName);
      if (original) registerKernel(original);
    };
    const ours: OwnKernel = {
      ...config,
      disposeFunc: (backend: unknown) => {
        original?.disposeFunc?.(backend as object);
        onDispose(backend as Backend, remove);
      },
    };
    registerKernel(ours);
    return remove;
  };

  // undefined where there is none, though its type does not say so
  const tfjsKernel = (name: string) => getKernel(name, backendName) as KernelConfig | undefined;

  const registration: KernelRegistration<Backend> = {
    replaceKernel(kernelName, compute) {
      const original = tfjsKernel(kernelName);
      if (!original) throw new Error(`tfjs has no kernel ${kernelName} for the ${backendName} backend`);
      unregisterKernel(kernelName, backendName);
      const kernelFunc: KernelFunc = (params) => compute(typedCall(params)) ?? original.kernelFunc(params);
      return register({ ...original, kernelFunc }, original);
    },
    replaceOrAddKernel<Inputs, Attrs>(
      kernelName: string,
      compute: (call: KernelCall<Inputs, Attrs, Backend>) => TensorInfo | undefined,
    ) {
      if (tfjsKernel(kernelName)) return registration.replaceKernel(kernelName, compute);
      return registration.addKernel<Inputs, Attrs>(kernelName, (call) => {
        const made = compute(call);
        if (!made) throw new Error(`${kernelName} does not cover this case on the ${backendName} backend`);
        return made;
      });
    },
    addKernel: (kernelName, compute, kinds) =>
      register({
        kernelName,
        backendName,
        kernelFunc: (params) => compute(typedCall(params)),
        ...(kinds && { kinds }),
      }),
  };
  return registration;
}

/** tfjs passes inputs and attributes as maps by name; each kernel knows its own names. */
function typedCall<Inputs, Attrs, Backend>(
  params: Parameters<KernelFunc>[0],
): KernelCall<Inputs, Attrs, Backend> {
  const { inputs, attrs, backend } = params;
  return { inputs, attrs: attrs ?? {}, backend } as unknown as KernelCall<Inputs, Attrs, Backend>;
}
