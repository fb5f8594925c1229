// Putting a kernel of ours in the place of tfjs's, and tfjs's back.
import {
  getKernel,
  registerKernel,
  unregisterKernel,
  type KernelConfig,
  type KernelFunc,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  type TensorInfo,
} from '@tensorflow/tfjs-core';

const backendName = 'wasm';

/** The arguments of a kernel call. tfjs's types let every input be undefined; only those marked optional are. */
interface KernelCall<Inputs, Attrs> {
  inputs: { [Name in keyof Inputs]: NonNullable<Inputs[Name]> };
  attrs: Attrs;
}

/**
 * Replaces tfjs's kernel for the WASM backend. Where `compute` gives undefined (a case it does not cover), tfjs's own runs.
 * @returns puts tfjs's kernel back
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
  return register({ ...original, kernelFunc }, original);
}

/**
 * Adds a kernel under a name that tfjs does not have.
 * @returns removes it
 */
export function addKernel<Inputs, Attrs>(
  kernelName: string,
  compute: (call: KernelCall<Inputs, Attrs>) => TensorInfo | TensorInfo[],
): () => void {
  return register({ kernelName, backendName, kernelFunc: (params) => compute(typedCall(params)) });
}

/**
 * Registers a kernel of ours; it also goes when the backend does, because it is bound to that backend's memory.
 * @returns takes it out and puts `original` back; calling it twice does no harm
 */
function register(config: KernelConfig, original?: KernelConfig): () => void {
  const { kernelName } = config;
  const takeOut = () => {
    if (getKernel(kernelName, backendName) !== ours) return;
    unregisterKernel(kernelName, backendName);
    if (original) registerKernel(original);
  };
  const ours: KernelConfig = {
    ...config,
    disposeFunc: (backend) => {
      original?.disposeFunc?.(backend);
      takeOut();
    },
  };
  registerKernel(ours);
  return takeOut;
}

/** tfjs calls every kernel with maps from names; which names, each kernel knows. */
function typedCall<Inputs, Attrs>(params: Parameters<KernelFunc>[0]): KernelCall<Inputs, Attrs> {
  const { inputs, attrs }: { inputs: NamedTensorInfoMap; attrs?: NamedAttrMap } = params;
  return { inputs: inputs as unknown as KernelCall<Inputs, Attrs>['inputs'], attrs: (attrs ?? {}) as Attrs };
}
